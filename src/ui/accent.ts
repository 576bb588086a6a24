/** A publication's one colour, kept legible: the accent is moved until it reads on paper and, in the dark theme, on ink. */

export const PAPER = '#fdfcf8';
export const NIGHT = '#15171a';
const HOUSE_BLUE = '#1d4373';
const READABLE = 7;

type Rgb = [number, number, number];

function parseHex(hex: string): Rgb | null {
  const digits = /^#([0-9a-f]{6})$/i.exec(hex)?.[1];
  if (!digits) return null;
  const value = Number.parseInt(digits, 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

const toHex = (rgb: Rgb): string => `#${rgb.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;

/** WCAG 2 relative luminance. */
function luminance(rgb: Rgb): number {
  const [red, green, blue] = rgb.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
}

/** WCAG 2 contrast ratio of two `#rrggbb` colours, 1 to 21; 1 when one of them is no colour. */
export function contrast(one: string, other: string): number {
  const [first, second] = [parseHex(one), parseHex(other)];
  if (!first || !second) return 1;
  const [high = 0, low = 0] = [luminance(first), luminance(second)].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}

function towards(colour: Rgb, goal: number, ground: string): string {
  for (let step = 0; step <= 20; step++) {
    const share = step / 20;
    const moved = toHex(colour.map((part) => part + (goal - part) * share) as Rgb);
    if (contrast(moved, ground) >= READABLE) return moved;
  }
  return goal === 0 ? '#000000' : '#ffffff';
}

/** The accent as ink on paper and as light on night, each at 7:1 or better. */
export function accentPair(accent: string): { light: string; dark: string } {
  const colour = parseHex(accent) ?? parseHex(HOUSE_BLUE) ?? [0, 0, 0];
  return { light: towards(colour, 0, PAPER), dark: towards(colour, 255, NIGHT) };
}

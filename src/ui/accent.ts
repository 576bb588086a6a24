/** A publication's one colour, kept legible: the accent is moved until it reads on paper and, in the dark theme, on ink. */

export const PAPER = '#fdfcf8';
export const NIGHT = '#15171a';
const READABLE = 7;

type Rgb = [number, number, number];

const HOUSE_BLUE: Rgb = [29, 67, 115];

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

type Hsl = [number, number, number];

function toHsl([red, green, blue]: Rgb): Hsl {
  const [r, g, b] = [red / 255, green / 255, blue / 255];
  const [high, low] = [Math.max(r, g, b), Math.min(r, g, b)];
  const spread = high - low;
  const light = (high + low) / 2;
  if (spread === 0) return [0, 0, light];
  const turn = high === r ? ((g - b) / spread + 6) % 6 : high === g ? (b - r) / spread + 2 : (r - g) / spread + 4;
  return [turn * 60, spread / (1 - Math.abs(2 * light - 1)), light];
}

/** The formula of CSS Color 4, section 7. */
function fromHsl([hue, saturation, light]: Hsl): Rgb {
  const reach = saturation * Math.min(light, 1 - light);
  const part = (n: number): number => {
    const k = (n + hue / 30) % 12;
    return 255 * (light - reach * Math.max(-1, Math.min(k - 3, 9 - k, 1)));
  };
  return [part(0), part(8), part(4)];
}

/** Moves the lightness, and neither hue nor saturation, until the colour reads on its ground. */
function readableOn(ground: string, colour: Rgb, step: number): string {
  const [hue, saturation, light] = toHsl(colour);
  for (let moved = light; moved >= 0 && moved <= 1; moved += step) {
    const hex = toHex(fromHsl([hue, saturation, moved]));
    if (contrast(hex, ground) >= READABLE) return hex;
  }
  return step < 0 ? '#000000' : '#ffffff';
}

/** What text needs at least (WCAG 2.2, 1.4.3). */
const LEAST = 4.5;

/**
 * Why a colour is refused as an accent; null where text can be set in it. What is chosen is held to the paper; the night's
 * is another one, made from it, as no colour reads on both.
 */
export function accentProblem(accent: string): string | null {
  const ratio = contrast(accent, PAPER);
  return ratio >= LEAST
    ? null
    : `has a contrast of ${ratioWords(ratio)} to the paper, and text that is set in it needs ${LEAST}:1 (WCAG 2.2): take a darker one`;
}

/** "4.49:1", never rounded up to what it is not. */
export function ratioWords(ratio: number): string {
  return `${(Math.floor(ratio * 100) / 100).toFixed(2)}:1`;
}

/** The accent as ink on paper and as light on night, each at 7:1 or better. */
export function accentPair(accent: string): { light: string; dark: string } {
  const colour = parseHex(accent) ?? HOUSE_BLUE;
  return { light: readableOn(PAPER, colour, -0.02), dark: readableOn(NIGHT, colour, 0.02) };
}

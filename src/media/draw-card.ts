import { createRequire } from 'node:module';
import sharp, { type OverlayOptions } from 'sharp';

/** What a link to a piece shows where it is shared: plain texts, a `#rrggbb` colour, and the way that its language runs. */
export interface Card {
  publication: string;
  /** A picture in place of that name, which reads on the paper. */
  logo?: Uint8Array | null;
  /** In words; empty where none is known. */
  date: string;
  title: string;
  /** What stands below the title; as many as have room. */
  lines: string[];
  accent: string;
  paper: string;
  rightToLeft: boolean;
}

export const cardSize = { width: 1200, height: 630 };

const ink = '#1b1b1b';
const quiet = '#55524c';
const margin = 80;
const textWidth = cardSize.width - 2 * margin;
const titleSizes = [68, 58, 50] as const;
const mostTitle = 225;
const mostLogo = { width: 520, height: 72 };

const require = createRequire(import.meta.url);
/** Files of our own, so that a card is the same on a machine that has no fonts, or others. */
const fontFiles = () => [
  require.resolve('@expo-google-fonts/pt-serif/400Regular/PTSerif_400Regular.ttf'),
  require.resolve('@expo-google-fonts/pt-serif/700Bold/PTSerif_700Bold.ttf'),
  require.resolve('@expo-google-fonts/noto-naskh-arabic/400Regular/NotoNaskhArabic_400Regular.ttf'),
  require.resolve('@expo-google-fonts/noto-naskh-arabic/700Bold/NotoNaskhArabic_700Bold.ttf'),
];
let fonts: Promise<unknown> | null = null;

/** Draws a card of 1200 × 630 as PNG; equal cards make equal bytes. */
export async function drawCard(card: Card): Promise<Buffer> {
  await (fonts ??= loadFonts());
  const layers: OverlayOptions[] = [];
  let top = margin;
  const set = (block: TextBlock, gap: number) => {
    layers.push({ input: block.data, top, left: card.rightToLeft ? cardSize.width - margin - block.width : margin });
    top += block.height + gap;
  };
  set(await nameBlock(card), 20);
  if (card.date !== '') set(await textBlock(card, card.date, { size: 30, colour: quiet }), 44);
  set(await titleBlock(card), 42);
  const mostOfLine = card.lines.length === 1 ? 130 : 64;
  for (const line of card.lines) {
    const block = await textBlock(card, shortened(line, mostOfLine), { size: 33, colour: ink });
    if (top + block.height > cardSize.height - 40) break;
    set(block, 18);
  }
  const background = { create: { ...cardSize, channels: 3 as const, background: card.paper } };
  const band = { create: { width: cardSize.width, height: 20, channels: 3 as const, background: card.accent } };
  return sharp(background)
    .composite([{ input: band, top: 0, left: 0 }, ...layers])
    .png({ palette: true, colours: 64, compressionLevel: 9 })
    .toBuffer();
}

interface TextBlock {
  data: Buffer;
  width: number;
  height: number;
}

async function nameBlock(card: Card): Promise<TextBlock> {
  if (!card.logo)
    return textBlock(card, shortened(card.publication, 48), { size: 40, bold: true, colour: card.accent });
  const { data, info } = await sharp(card.logo)
    .resize({ ...mostLogo, fit: 'inside' })
    .png()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

/** In the largest size that leaves room for what comes after. */
async function titleBlock(card: Card): Promise<TextBlock> {
  const text = shortened(card.title, 140);
  for (const size of titleSizes) {
    const block = await textBlock(card, text, { size, bold: true, colour: ink });
    if (block.height <= mostTitle) return block;
  }
  return textBlock(card, shortened(text, 90), { size: titleSizes[2], bold: true, colour: ink });
}

async function textBlock(
  { rightToLeft }: Card,
  text: string,
  style: { size: number; bold?: boolean; colour: string },
): Promise<TextBlock> {
  // The language's own font first: the other one has some of its letters too, and would tear words apart.
  const families = rightToLeft ? 'Noto Naskh Arabic, PT Serif' : 'PT Serif, Noto Naskh Arabic';
  const { data, info } = await sharp({
    text: {
      text: `<span foreground="${style.colour}">${escaped(text)}</span>`,
      font: `${families} ${style.bold ? 'Bold ' : ''}${style.size}`,
      width: textWidth,
      // In points of 1/72 inch: sizes are pixels.
      dpi: 72,
      rgba: true,
      wrap: 'word-char',
    },
  })
    .png()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

/** Pango takes a file with a text and keeps it for all that come later. */
async function loadFonts(): Promise<void> {
  for (const fontfile of fontFiles()) await sharp({ text: { text: 'A', fontfile } }).toBuffer();
}

/** At a word, with what stands for the rest. */
function shortened(text: string, most: number): string {
  const characters = [...text];
  if (characters.length <= most) return text;
  const cut = characters.slice(0, most).join('');
  return `${cut.replace(/\s+\S*$/u, '')}…`;
}

/** For Pango's markup, which is XML: what XML cannot hold is left out. A text without a letter to draw would be refused. */
function escaped(text: string): string {
  const plain = text.toWellFormed().replace(/[\p{Cc}\uFFFE\uFFFF]+/gu, ' ');
  const safe = plain.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return /[^\s\p{C}\p{Z}]/u.test(plain) ? safe : '–';
}

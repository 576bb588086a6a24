/**
 * The door to what reads foreign HTML into documents. It carries a DOM and is for threads only: what comes through it must
 * never run where the newsroom runs (tools/check-boundaries.ts).
 */
export { blocksFromHtml, foldText, fullAddress, type HtmlReading } from './read-html.ts';
export { decodeEmail, protectedEmail } from './read-html-address.ts';
export { isTiny, noteOfElement, noteOfPost } from './read-html-embed.ts';

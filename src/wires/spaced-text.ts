/** Elements that stand in a line; all others begin one of their own. */
export const inline: ReadonlySet<string> = new Set(
  'A ABBR ACRONYM ADDRESS B BDI BDO BIG CITE CODE DATA DFN EM FONT I INS KBD LABEL MARK Q S SAMP SMALL SPAN STRONG SUB SUP TIME TT U VAR META LINK IMG WBR'.split(
    ' ',
  ),
);

/** The text of an element with a space between neighbouring elements, which style sheets set apart; '' of a long one. */
export function spacedText(element: Element): string {
  if ((element.textContent ?? '').length > 1_000) return '';
  const parts: string[] = [];
  const walk = (parent: Element) => {
    for (let node = parent.firstChild; node; node = node.nextSibling) {
      if (node.nodeType === 3) parts.push(node.textContent ?? '');
      else if (node.nodeType === 1) {
        if (node.previousSibling?.nodeType === 1 || !inline.has((node as Element).tagName)) parts.push(' ');
        walk(node as Element);
        if (!inline.has((node as Element).tagName)) parts.push(' ');
      }
    }
  };
  walk(element);
  return tidyText(parts.join(''));
}

export function tidyText(text: string | null): string {
  return (text ?? '').replace(/\s+/g, ' ').trim();
}

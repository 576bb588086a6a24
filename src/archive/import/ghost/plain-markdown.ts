import { escapeHtml } from '#lib/html/entities.ts';

/**
 * The Markdown that people write in a post (CommonMark's headings, lists, quotations, rules, fences, emphasis, links and
 * pictures) as HTML; anything else is text. HTML in it stays.
 */
export function plainMarkdown(markdown: string): string {
  const parts = markdown.replace(/\r\n?/gu, '\n').split(/^(```[^]*?^```[ \t]*$)/gmu);
  return parts
    .map((part) =>
      part.startsWith('```')
        ? fence(part)
        : part
            .split(/\n[ \t]*\n+/u)
            .map(block)
            .join('\n'),
    )
    .join('\n');
}

function fence(part: string): string {
  return `<pre>${escapeHtml(part.replace(/^```[^\n]*\n/u, '').replace(/\n```[ \t]*$/u, ''))}</pre>`;
}

function block(text: string): string {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const [first = ''] = lines;
  if (first === '') return '';
  const heading = /^(#{1,6})\s+(.*?)\s*#*$/u.exec(first);
  if (heading?.[1]) {
    const level = heading[1].length;
    return `<h${level}>${inline(heading[2] ?? '')}</h${level}>${block(lines.slice(1).join('\n'))}`;
  }
  if (/^[ \t]*(?:[-*_][ \t]*){3,}$/u.test(first) && lines.length === 1) return '<hr>';
  if (lines.every((line) => /^\s{0,3}>/u.test(line))) {
    return `<blockquote>${block(lines.map((line) => line.replace(/^\s{0,3}>\s?/u, '')).join('\n'))}</blockquote>`;
  }
  const bullet = /^\s{0,8}(?:[-*+]|\d{1,9}[.)])\s+/u;
  if (bullet.test(first)) {
    const tag = /^\s*\d/u.test(first) ? 'ol' : 'ul';
    const items = lines.reduce<string[]>((found, line) => {
      if (bullet.test(line)) return [...found, line.replace(bullet, '')];
      return [...found.slice(0, -1), `${found.at(-1) ?? ''} ${line.trim()}`];
    }, []);
    return `<${tag}>${items.map((item) => `<li>${inline(item)}</li>`).join('')}</${tag}>`;
  }
  return /^\s*<(?:[a-z][a-z0-9]*|!--)/iu.test(first) ? lines.join('\n') : `<p>${lines.map(inline).join('\n')}</p>`;
}

function inline(text: string): string {
  return text
    .replace(/!\[([^\]]{0,500})\]\((\S{1,2000}?)(?:\s+"[^"]{0,500}")?\)/gu, (_, alt: string, src: string) => {
      return `<img src="${escapeHtml(src)}" alt="${escapeHtml(alt)}">`;
    })
    .replace(/\[([^\]]{1,1000})\]\((\S{1,2000}?)(?:\s+"[^"]{0,500}")?\)/gu, (_, words: string, href: string) => {
      return `<a href="${escapeHtml(href)}">${words}</a>`;
    })
    .replace(/\*\*([^*]{1,2000})\*\*|__([^_]{1,2000})__/gu, (_, stars?: string, lines?: string) => {
      return `<strong>${stars ?? lines ?? ''}</strong>`;
    })
    .replace(/(?<![\w*])\*([^*\s][^*]{0,2000})\*(?!\w)/gu, '<em>$1</em>')
    .replace(/(?<![\w/])_([^_\s][^_]{0,2000})_(?!\w)/gu, '<em>$1</em>');
}

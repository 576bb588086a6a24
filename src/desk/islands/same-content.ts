import type { PieceContent } from '#pieces/pieces.ts';

/**
 * Whether two contents say the same, in whatever order their keys stand. What the server alone decides (who vouched, what
 * a citation counts as made for) is left aside: an answer that was lost on its way must not look like somebody else's work.
 */
export function sameContent(one: PieceContent, other: PieceContent): boolean {
  return canonical(one) === canonical(other);
}

function canonical(content: PieceContent): string {
  return JSON.stringify(content, (key, value: unknown) => {
    if (key === 'madeFor' || key === 'by' || key === 'at') return undefined;
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}

import { redactContent } from '#pieces/pieces.ts';
import { redactPublication } from '#publications/publications.ts';
import type { Redactor } from '#withdrawals/withdrawals.ts';
import type { ImportedPiece, ParsedItem, PublicationFacts } from './import/importer.ts';

/**
 * What an archive's item says, without the withdrawn names, exactly as a withdrawal would have left it: so that a second
 * import of the same archive finds the piece at its new address and changes nothing. Goes after the pictures were held
 * (their addresses may hold the name) and before anything is kept.
 */
export function redactParsedItem(parsed: ParsedItem, redactor: Redactor): ParsedItem {
  if (redactor.empty) return parsed;
  switch (parsed.kind) {
    case 'piece':
      return {
        ...parsed,
        piece: redactPiece(parsed.piece, redactor),
        ...(parsed.facts && { facts: redactFacts(parsed.facts, redactor) }),
      };
    case 'facts':
      return { ...parsed, facts: redactFacts(parsed.facts, redactor) };
    case 'passed-over':
      return { ...parsed, why: redactor.text(parsed.why) };
    case 'set-aside':
      return { ...parsed, reason: redactor.text(parsed.reason) };
  }
}

function redactPiece(piece: ImportedPiece, redactor: Redactor): ImportedPiece {
  const { kept, translationOf } = piece;
  return {
    ...piece,
    path: redactor.slug(piece.path),
    content: redactContent(piece.content, redactor),
    // An address that says the name leads nowhere any more.
    aliases: piece.aliases.filter((alias) => !redactor.mentions(alias)),
    ...(translationOf === undefined ? {} : { translationOf: redactor.slug(translationOf) }),
    ...(kept && {
      kept: {
        ...kept,
        corrections: kept.corrections.map((each) => ({ ...each, note: redactor.text(each.note, each.lang) })),
        evidence: kept.evidence.map((each) => ({
          ...each,
          externalId: redactor.key(each.externalId),
          outlet: redactor.text(each.outlet),
          origin: each.origin && {
            ...each.origin,
            name: redactor.text(each.origin.name),
            evidence: redactor.text(each.origin.evidence),
          },
          url: each.url && redactor.address(each.url),
          title: redactor.text(each.title, each.lang),
        })),
      },
    }),
  };
}

function redactFacts(facts: PublicationFacts, redactor: Redactor): PublicationFacts {
  const { redirects, profile, ...told } = facts;
  return {
    ...redactPublication(told, redactor),
    ...(profile && { profile: redactPublication(profile, redactor) }),
    ...(redirects && {
      redirects: redirects.flatMap(({ from, to }) =>
        redactor.mentions(from) ? [] : [{ from, to: redactor.slug(to) }],
      ),
    }),
  };
}

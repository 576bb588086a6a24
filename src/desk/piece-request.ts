import type { Context } from 'hono';
import { BadShape, type ObjectReading, readObject } from '#lib/json/read-json.ts';
import { dayAndTime } from '#locales/dates.ts';
import { findPiece, type Piece } from '#pieces/pieces.ts';
import { findPublication, type Publication } from '#publications/publications.ts';
import type { Conflict } from './composer-state.ts';
import type { Desk, DeskEnv } from './desk-context.ts';
import { findHead, readEvidence } from './read-composer.ts';

type At = Context<DeskEnv, '/desk/api/pieces/:id'>;

/** What a request of the composer names and brings. */
interface PieceRequest {
  c: At;
  piece: Piece;
  publication: Publication;
  body: ObjectReading;
}

/** Finds the piece that an address names, reads the body, and answers a bad one in words. */
export function withPiece({ newsroom }: Desk) {
  const { read } = newsroom.database;
  const handle = (work: (request: PieceRequest) => Promise<Response>) => async (c: Context<DeskEnv>) => {
    const piece = await findPiece(read, c.req.param('id') ?? '');
    const publication = piece && (await findPublication(read, piece.publication));
    if (!piece || !publication) return c.json({ kind: 'refused', reason: 'This piece is not here.' }, 404);
    try {
      const value: unknown = c.req.method === 'GET' ? {} : await c.req.json();
      return await work({
        c: c as unknown as At,
        piece,
        publication,
        body: readObject({ value, at: 'what was sent' }),
      });
    } catch (error) {
      if (error instanceof BadShape) return c.json({ kind: 'refused', reason: `Not done: ${error.message}.` }, 400);
      if (error instanceof SyntaxError)
        return c.json({ kind: 'refused', reason: 'Not done: what was sent is no JSON.' }, 400);
      throw error;
    }
  };
  const conflict = async (known: Piece, publication: Publication): Promise<Conflict> => {
    const piece = (await findPiece(read, known.id)) ?? known;
    const head = await findHead(read, piece);
    return {
      kind: 'conflict',
      head: head.number,
      savedBy: head.savedBy,
      savedAt: dayAndTime(head.savedAt, 'en', publication.timeZone),
      content: head.content,
      evidence: await readEvidence(read, publication, head.content.blocks),
    };
  };
  return { handle, conflict };
}

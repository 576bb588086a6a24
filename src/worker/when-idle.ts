import { endRights } from '#pieces/pieces.ts';
import type { Newsroom } from '../newsroom.ts';
import { keepWiresFetched } from './keep-wires-fetched.ts';

/** What the worker of `serve` looks after between its jobs: wires that are due, pictures whose rights are over. */
export async function whenIdle(newsroom: Newsroom): Promise<void> {
  await keepWiresFetched(newsroom);
  await endRights(newsroom);
}

import { recordDeed } from '#platform/audit/audit-store.ts';
import { readFile } from 'node:fs/promises';
import { findReadCounts } from '#pages/pages.ts';
import { instantText } from '#platform/clock.ts';
import {
  findPublication,
  findPublications,
  holdPublication,
  isPublicationSlug,
  type LanguagesInUse,
  languagesInUse,
  type Publication,
  plainPublication,
  problemWords,
  profileProblems,
  savePublication,
} from '#publications/publications.ts';
import { countPiecesByLanguage } from '#pieces/pieces.ts';
import { accentProblem } from '#ui/accent.ts';
import { openNewsroom } from '../newsroom.ts';
import { type Command, exitCodes, textFlag, UsageError } from './command.ts';

export const publicationProfile: Command = {
  name: 'publication',
  usage: '[--publication P [--from FILE | --counts]]',
  summary:
    'prints the publications as JSON, or changes or makes one from such a file; --counts: how often its pages were read',
  flags: { publication: 'text', from: 'text', counts: 'switch' },
  async run(input) {
    const slug = textFlag(input, 'publication');
    const file = textFlag(input, 'from');
    const counts = input.flags.counts === true;
    if (counts && (slug === null || file !== null)) throw new UsageError('--counts needs --publication, and no --from');
    if (file !== null && slug === null) throw new UsageError('--from needs --publication');
    if (slug !== null && !isPublicationSlug(slug))
      throw new UsageError(`“${slug}” cannot be a publication's address: use small letters, digits and hyphens`);
    const newsroom = await openNewsroom(input.config);
    try {
      const db = newsroom.database.read;
      if (slug === null) {
        for (const publication of await findPublications(db)) input.print(JSON.stringify(publication));
        return exitCodes.done;
      }
      const existing = await findPublication(db, slug);
      if (file === null) {
        if (existing && counts) {
          for (const count of await findReadCounts(db, slug)) input.print(JSON.stringify(count));
          return exitCodes.done;
        }
        if (!existing) throw new UsageError(`there is no publication “${slug}”; --from FILE makes one`);
        input.print(JSON.stringify(existing, null, 2));
        return exitCodes.done;
      }
      const text = await readFile(file, 'utf8');
      const at = instantText(newsroom.clock.now());
      await newsroom.database.write(async (tx) => {
        // What somebody saves at the desk meanwhile stays, but for the fields that the file names.
        const standing = await holdPublication(tx, slug);
        const changed = readProfile(text, file, standing ?? plainPublication(slug));
        const inUse = standing && languagesInUse(standing, changed.languages, await countPiecesByLanguage(tx, slug));
        if (inUse) throw new UsageError(`${file}: “languages” ${keptWords(inUse)}`);
        await savePublication(tx, changed, at);
        await recordDeed(tx, at, { by: 'terminal', action: 'settings changed', object: `publication:${slug}` });
      });
      input.print(`${existing ? 'Changed' : 'Made'} the publication “${slug}”.`);
      return exitCodes.done;
    } finally {
      await newsroom.close();
    }
  },
};

function keptWords(inUse: LanguagesInUse): string {
  return inUse.kind === 'first-stays'
    ? `must begin with ${inUse.first}: the addresses of what is there follow from it`
    : `must keep ${inUse.langs.join(', ')}: pieces stand there`;
}

/** A profile with the fields that a file names; each must have the form of the field it replaces. Throws UsageError. */
function readProfile(text: string, file: string, base: Publication): Publication {
  let given: Record<string, unknown>;
  try {
    given = JSON.parse(text) as Record<string, unknown>;
  } catch (error) {
    throw new UsageError(`${file} is not JSON: ${(error as Error).message}`);
  }
  const problems = profileProblems(given, base);
  if (problems.length > 0) throw new UsageError(`${file}: ${problemWords(problems)}`);
  const changed = { ...base, ...given, slug: base.slug } as Publication;
  const pale = changed.accent === base.accent ? null : accentProblem(changed.accent);
  if (pale !== null) throw new UsageError(`${file}: “accent” ${pale}`);
  return changed;
}

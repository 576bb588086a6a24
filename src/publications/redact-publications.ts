import type { RewriteRun } from '#withdrawals/withdrawals.ts';
import { redactContacts } from './contact-store.ts';
import { redactNetworkProfile } from './network-store.ts';
import { findPublication, findPublications, savePublication } from './publication-store.ts';
import { redactPublication } from './redact-publication.ts';

/** Takes withdrawn names out of every publication's profile, deletes how to reach whoever is withdrawn, and looks through what the network says. */
export async function redactPublications(run: RewriteRun): Promise<void> {
  for (const { slug } of await findPublications(run.database.read)) {
    const before = await findPublication(run.database.read, slug);
    if (!before || redactPublication(before, run.redactor) === before) continue;
    run.found('publications', [redactPublication(before, run.redactor).name]);
    if (!run.write) continue;
    await run.database.write(async (tx) => {
      const publication = await findPublication(tx, slug);
      if (publication) await savePublication(tx, redactPublication(publication, run.redactor), run.at);
    });
  }
  await redactContacts(run);
  await redactNetworkProfile(run);
}

import type { Publication } from '#publications/publications.ts';
import type { Wire, WireImport } from '#wires/wires.ts';
import { ForPublications, Visibility } from './wire-form.tsx';
import { capital, counted, listed } from './words.ts';

/** What became of a list of feeds that was brought, or why nothing did. */
export type OpmlShown = { kind: 'read'; name: string; outcome: WireImport } | { kind: 'refused'; reason: string };

/** Every entry of a list that was brought is told of: taken, here already, or wrong, with its line. */
export function OpmlOutcome(shown: OpmlShown) {
  if (shown.kind === 'refused')
    return (
      <p class="notice" role="alert">
        Nothing was taken from the list: {shown.reason}
      </p>
    );
  const { added, known, wrong } = shown.outcome;
  return (
    <section class="notice good opml-outcome" role="status">
      <p>
        {capital(counted(added.length, 'wire'))} added from <bdi>{shown.name}</bdi>
        {added.length > 0 ? ', and the first fetch of each is asked for.' : '.'}
      </p>
      {known.length > 0 && (
        <details open={known.length <= 10}>
          <summary>{capital(counted(known.length, 'entry', 'entries'))} not taken again</summary>
          <ul>
            {known.map(({ line, name, first }) => (
              <li>
                Line {line}, <bdi>{name}</bdi>:{' '}
                {'line' in first ? (
                  `the same address stands in line ${first.line}`
                ) : (
                  <>
                    it is here already, as <bdi>{first.outlet}</bdi>
                  </>
                )}
              </li>
            ))}
          </ul>
        </details>
      )}
      {wrong.length > 0 && (
        <details open>
          <summary>{capital(counted(wrong.length, 'entry', 'entries'))} could not be taken</summary>
          <ul>
            {wrong.map(({ line, name, reason }) => (
              <li>
                Line {line}
                {name === '' ? '' : ', '}
                <bdi>{name}</bdi>: {reason}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

/** A list of feeds from another reader, and ours for another one. */
export function OpmlForm({ publications, wires }: { publications: Publication[]; wires: Wire[] }) {
  const hidden = wires.filter(({ visibility }) => visibility === 'private').length;
  const others = wires.filter(({ kind, visibility }) => kind !== 'feed' && visibility === 'public').length;
  const out = [
    ...(hidden > 0 ? [counted(hidden, 'private wire')] : []),
    ...(others > 0 ? [counted(others, 'wire that is no feed', 'wires that are no feeds')] : []),
  ];
  const left = out.length > 0 ? ` ${capital(listed(out))} ${hidden + others === 1 ? 'is' : 'are'} not in it.` : '';
  return (
    <form method="post" action="/desk/wires/opml" class="form" id="opml" enctype="multipart/form-data">
      <h2>Lists of feeds (OPML)</h2>
      {wires.length > hidden + others && (
        <p>
          <a href="/desk/wires.opml" download="wires.opml">
            Take our wires to another reader
          </a>
          .{left}
        </p>
      )}
      <div class="two">
        <div class="field">
          <label for="list">Bring a list from another reader</label>
          <input id="list" name="list" type="file" accept=".opml,.xml,text/x-opml,text/xml" required />
          <p class="hint">Each feed of it becomes a wire. One that is here already is told, and stays as it is.</p>
        </div>
        <Visibility chosen="public" />
      </div>
      <ForPublications publications={publications} chosen={[]} />
      <button class="strong">Add its feeds</button>
    </form>
  );
}

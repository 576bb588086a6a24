import { type Context, Hono } from 'hono';
import { languageName } from '#locales/dates.ts';
import { locales } from '#locales/locales.ts';
import { recordDeed } from '#platform/audit/audit-store.ts';
import { instantText } from '#platform/clock.ts';
import { sha256 } from '#platform/hash.ts';
import {
  findNetwork,
  findPublications,
  inNetworkOrder,
  type Network,
  plainNetwork,
  plainPublication,
  profileProblems,
  type Publication,
  saveNetwork,
} from '#publications/publications.ts';
import type { Desk, DeskEnv } from '../desk-context.ts';
import { deskPage } from '../desk-frame.tsx';
import { may } from '../may.ts';
import { daySetting, rulesSetting } from './plain-settings.ts';
import { saidOf, tooLong } from './save-setting.ts';
import { type Around, type FieldGroup, lineOf, paragraphsOf, type Setting, textsOf, type Typed } from './setting.ts';
import { FieldGroupOf } from './setting-fields.tsx';

/** What a new publication begins with is decided by these parts of a publication's own settings. */
const beginnings: readonly Setting[] = [daySetting, rulesSetting];

/** What the publications of this Daybook have in common: the network's own name, front page and order, and how new ones begin. */
export function networkRoutes(desk: Desk): Hono<DeskEnv> {
  const { newsroom } = desk;
  const { database, clock } = newsroom;
  const app = new Hono<DeskEnv>();

  async function show(c: Context<DeskEnv>, failed: { typed: Typed; wrong: Typed | null } | null) {
    const network = await findNetwork(database.read);
    const publications = inNetworkOrder(network, await findPublications(database.read));
    const status = failed === null ? 200 : failed.wrong === null ? 409 : 422;
    return c.html(networkPage(c, network, publications, failed), status);
  }

  app.get('/desk/network', may(desk, 'run the network'), (c) => show(c, null));

  app.post('/desk/network', may(desk, 'run the network'), async (c) => {
    const typed = textsOf(await c.req.parseBody());
    const at = instantText(clock.now());
    const outcome = await database.write(async (tx): Promise<'saved' | 'meanwhile' | Typed> => {
      const standing = await findNetwork(tx);
      if (versionOf(standing) !== typed.base) return 'meanwhile';
      const { network, wrong } = readNetwork(typed, await findPublications(tx));
      if (Object.keys(wrong).length > 0) return wrong;
      await saveNetwork(tx, network, at);
      await recordDeed(tx, at, { by: c.get('staff').id, action: 'settings changed', object: 'network' });
      return 'saved';
    });
    if (outcome === 'saved') return c.redirect('/desk/network?said=saved', 303);
    return show(c, { typed, wrong: outcome === 'meanwhile' ? null : outcome });
  });

  function networkPage(
    c: Context<DeskEnv>,
    network: Network,
    publications: Publication[],
    failed: { typed: Typed; wrong: Typed | null } | null,
  ): string {
    const typed = failed?.typed ?? typedNetwork(network, publications);
    const wrong = failed?.wrong ?? {};
    return deskPage(
      desk,
      { title: `${failed ? 'Not saved · ' : ''}Network`, staff: c.get('staff'), current: 'network' },
      <div class="form settings">
        <h1>Network</h1>
        <p class="soft">
          What the publications of this Daybook have in common. Its address, <bdi>{desk.origin}</bdi>, is told to the
          program when it is started.
        </p>
        {c.req.query('said') === 'saved' && !failed && (
          <p class="notice good" role="status">
            Saved. Readers have it at once. <a href="/">The front page</a>
          </p>
        )}
        {failed && (
          <p class="notice" role="alert">
            {failed.wrong === null
              ? 'Nothing was saved: somebody else changed this meanwhile. What you wrote is still here; save again to keep it over theirs.'
              : 'Nothing was saved. What is wrong stands beneath its field.'}
          </p>
        )}
        <div class="setting">
          <form method="post" action="/desk/network">
            <input type="hidden" name="base" value={versionOf(network)} />
            {groupsOf(newsroom.config.networkName, publications).map((group) => (
              <FieldGroupOf
                group={group}
                of="network"
                {...{ typed, wrong }}
                beside={null}
                focus={Object.keys(wrong)[0] ?? null}
              />
            ))}
            <button class="strong">Save</button>
          </form>
        </div>
        <p>
          <a href="/desk/publications/new">A new publication</a>
        </p>
      </div>,
    );
  }
  return app;
}

const versionOf = (network: Network): string => sha256(JSON.stringify(network)).slice(0, 16);

function groupsOf(configured: string, publications: Publication[]): FieldGroup[] {
  const begun = beginnings.flatMap(({ groups }) => groups(firstOf(plainNetwork), aroundOf(publications)));
  return [
    {
      legend: null,
      fields: [
        { name: 'name', label: 'Name', as: 'line', hint: `Left empty: ${configured}, as this Daybook is configured.` },
        {
          name: 'lang',
          label: 'Language of the front page',
          as: 'select',
          options: Object.keys(locales).map((tag) => ({ value: tag, label: languageName(tag) })),
        },
        {
          name: 'description',
          label: 'What it is, in a line',
          as: 'line',
          hint: 'Under the name, and for search engines.',
        },
        {
          name: 'about',
          label: 'About it, and the imprint',
          as: 'area',
          rows: 6,
          hint: 'At the foot of the front page. An empty line begins another paragraph.',
        },
        {
          name: 'contact',
          label: 'E-mail for readers',
          as: 'line',
          hint: 'Shown so that people read it and harvesters do not.',
        },
      ],
    },
    ...(publications.length > 1
      ? [
          {
            legend: 'Order of the publications',
            note: 'On the front page and at the desk, the smallest number first. Only listed ones are shown to readers.',
            fields: publications.map(({ slug, name, listed }) => ({
              name: `order.${slug}`,
              label: listed ? name : `${name} (not listed)`,
              as: 'number' as const,
            })),
          },
        ]
      : []),
    {
      legend: 'What a new publication begins with',
      note: 'Each may change it in its own settings. Those that are there stay as they are.',
      fields: begun.filter(({ legend }) => legend === null).flatMap(({ fields }) => fields),
    },
    ...begun.filter(({ legend }) => legend !== null),
  ];
}

/** A publication that is begun as the network says. */
function firstOf({ defaults }: Pick<Network, 'defaults'>): Publication {
  return { ...plainPublication('network'), ...defaults };
}

const aroundOf = (network: Publication[]): Around => ({ network, pieces: new Map() });

function typedNetwork(network: Network, ordered: Publication[]): Typed {
  const { name, lang, description, about, contact } = network;
  return {
    ...{ name, lang, description, about: about.join('\n\n'), contact: contact ?? '' },
    ...Object.fromEntries(ordered.map(({ slug }, index) => [`order.${slug}`, String(index + 1)])),
    ...Object.assign({}, ...beginnings.map(({ write }) => write(firstOf(network), aroundOf(ordered)))),
  };
}

function readNetwork(typed: Typed, publications: Publication[]): { network: Network; wrong: Typed } {
  const [contact, lang] = [lineOf(typed, 'contact'), lineOf(typed, 'lang')];
  const read = beginnings.map((setting) => setting.read(typed, firstOf(plainNetwork), aroundOf(publications)));
  const given: Partial<Publication> = Object.assign({}, ...read.map((each) => each.given));
  const place = ({ slug }: Publication) => Number(lineOf(typed, `order.${slug}`)) || publications.length + 1;
  const network: Network = {
    name: lineOf(typed, 'name'),
    lang,
    description: lineOf(typed, 'description'),
    about: paragraphsOf(typed, 'about'),
    contact: contact === '' ? null : contact,
    order: publications.toSorted((a, b) => place(a) - place(b)).map(({ slug }) => slug),
    defaults: { ...plainNetwork.defaults, ...given },
  };
  const wrong: Typed = {
    ...tooLong(
      typed,
      groupsOf('', publications).flatMap(({ fields }) => fields),
    ),
    ...saidOf(profileProblems({ ...given }, firstOf(plainNetwork))),
    ...Object.assign({}, ...read.map((each) => each.wrong)),
    ...(!(lang in locales) && { lang: 'Choose one.' }),
    ...(contact !== '' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/u.test(contact) && { contact: 'This is no e-mail address.' }),
  };
  return { network, wrong };
}

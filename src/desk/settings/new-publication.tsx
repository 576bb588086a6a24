import { Hono } from 'hono';
import { recordDeed } from '#platform/audit/audit-store.ts';
import { instantText } from '#platform/clock.ts';
import { languageName } from '#locales/dates.ts';
import { locales } from '#locales/locales.ts';
import { labelSlug } from '#pieces/pieces.ts';
import {
  findNetwork,
  findPublication,
  isPublicationSlug,
  type Network,
  type Publication,
  plainPublication,
  profileProblems,
  savePublication,
} from '#publications/publications.ts';
import type { StaffMember } from '#staff/staff.ts';
import type { Desk, DeskEnv } from '../desk-context.ts';
import { deskPage } from '../desk-frame.tsx';
import { may } from '../may.ts';
import { saidOf, tooLong } from './save-setting.ts';
import { lineOf, type SettingField, textsOf, type Typed } from './setting.ts';
import { FieldGroupOf } from './setting-fields.tsx';

const fields: SettingField[] = [
  { name: 'name', label: 'Name', as: 'line', hint: 'As readers read it.' },
  {
    name: 'slug',
    label: 'Address',
    as: 'line',
    hint: 'Small letters, digits and hyphens. Everything that it publishes stands below it, and it never changes. Left empty, it is made of the name.',
  },
  {
    name: 'language',
    label: 'First language',
    as: 'select',
    hint: 'Its addresses have no prefix. Others are added in the settings.',
    options: Object.keys(locales).map((tag) => ({ value: tag, label: `${languageName(tag)} (${tag})` })),
  },
  {
    name: 'timeZone',
    label: 'Time zone',
    as: 'line',
    suggests: Intl.supportedValuesOf('timeZone'),
    hint: 'An IANA name, such as Asia/Beirut: it decides what a day is.',
  },
];

/** A new publication of the network: only what it cannot be without, the rest is in its settings. */
export function newPublicationRoutes(desk: Desk): Hono<DeskEnv> {
  const { database, clock } = desk.newsroom;
  const app = new Hono<DeskEnv>();

  app.get('/desk/publications/new', may(desk, 'add publications'), async (c) =>
    c.html(
      newPublicationPage(
        desk,
        c.get('staff'),
        { language: 'en', timeZone: (await findNetwork(database.read)).defaults.timeZone },
        {},
      ),
    ),
  );

  app.post('/desk/publications', may(desk, 'add publications'), async (c) => {
    const typed = textsOf(await c.req.parseBody());
    const { publication, wrong } = readNew(typed, (await findNetwork(database.read)).defaults);
    const at = instantText(clock.now());
    const made =
      Object.keys(wrong).length === 0 &&
      (await database.write(async (tx) => {
        if (await findPublication(tx, publication.slug)) return false;
        await savePublication(tx, publication, at);
        const object = `publication:${publication.slug}`;
        await recordDeed(tx, at, { by: c.get('staff').id, action: 'publication added', object });
        return true;
      }));
    if (made) return c.redirect(`/desk/${publication.slug}/settings?said=new`, 303);
    const all = { slug: 'Another publication has this address.', ...wrong };
    return c.html(newPublicationPage(desk, c.get('staff'), typed, Object.keys(wrong).length > 0 ? wrong : all), 422);
  });
  return app;
}

function readNew(typed: Typed, defaults: Network['defaults']): { publication: Publication; wrong: Typed } {
  const name = lineOf(typed, 'name');
  const slug = lineOf(typed, 'slug') || labelSlug(name).slice(0, 60);
  const [language, timeZone] = [lineOf(typed, 'language'), lineOf(typed, 'timeZone')];
  const publication: Publication = {
    ...plainPublication(slug),
    ...defaults,
    name,
    languages: [language],
    timeZone,
    tagline: { [language]: '' },
    region: { [language]: name },
    about: { [language]: [] },
    contribute: { [language]: [] },
    // Nobody finds it before it has something to read.
    listed: false,
  };
  const wrong: Typed = {
    ...saidOf(profileProblems({ timeZone }, publication)),
    ...tooLong(typed, fields),
    ...(name === '' && { name: 'A publication needs a name.' }),
    ...(!(language in locales) && { language: 'Choose one.' }),
    ...(name !== '' &&
      !isPublicationSlug(slug) && {
        slug: `“${slug}” cannot be an address: use small letters a to z, digits and hyphens, and no word that the site needs itself.`,
      }),
  };
  return { publication, wrong };
}

function newPublicationPage(desk: Desk, staff: StaffMember, typed: Typed, wrong: Typed): string {
  const failed = Object.keys(wrong).length > 0;
  return deskPage(
    desk,
    { title: `${failed ? 'Not added · ' : ''}A new publication`, staff },
    <div class="form settings">
      <h1>A new publication</h1>
      <p class="soft">
        One issue, followed every day. It is in no list until you say so in its settings; whoever runs the newsroom runs
        it, and invites others on the page Staff.
      </p>
      {failed && (
        <p class="notice" role="alert">
          Nothing was added. What is wrong stands beneath its field.
        </p>
      )}
      <form method="post" action="/desk/publications">
        <FieldGroupOf
          group={{ legend: null, fields }}
          of="publication"
          {...{ typed, wrong }}
          beside={null}
          focus={Object.keys(wrong)[0] ?? null}
        />
        <button class="strong">Add the publication</button>
      </form>
    </div>,
  );
}

import { Hono } from 'hono';
import { dayIn } from '#platform/clock.ts';
import { findOpenTasks, findStoppedSchedules, type Schedule } from '#pieces/pieces.ts';
import {
  findNetwork,
  findPublications,
  firstLanguage,
  inNetworkOrder,
  type Publication,
  textIn,
} from '#publications/publications.ts';
import { decide, mayIn, type StaffMember } from '#staff/staff.ts';
import { countSubmissions } from '#submissions/submissions.ts';
import { findLatestReportDay, findWires, wireHealth } from '#wires/wires.ts';
import { fullDay } from '#locales/dates.ts';
import { Standing } from './day-page.tsx';
import type { Desk, DeskEnv } from './desk-context.ts';
import { deskPage } from './desk-frame.tsx';
import { stoppedWords } from './read-work.ts';
import { readStandings, type StandingView } from './read-day.ts';
import { capital, counted, dayFrom } from './words.ts';
import { may } from './may.ts';

interface PublicationToday {
  publication: Publication;
  today: string;
  /** The last day with reports; null before the first. */
  latest: string | null;
  standings: StandingView[];
  /** What did not go out when its time came. */
  stopped: Schedule[];
  /** Pieces whose sources are not what they were. */
  toLookAt: number;
  /** Submissions that nobody has opened; null for those who do not read them. */
  unopened: number | null;
}

/** The publications, and where each stands today. */
export function homeRoutes(desk: Desk): Hono<DeskEnv> {
  const { newsroom } = desk;
  const { read } = newsroom.database;
  const app = new Hono<DeskEnv>();
  app.get('/desk', may(desk, 'see the desk'), async (c) => {
    const now = newsroom.clock.now();
    const publications: PublicationToday[] = [];
    const staff = c.get('staff');
    for (const publication of inNetworkOrder(await findNetwork(read), await findPublications(read))) {
      if (!mayIn(staff, 'read the newsroom', publication.slug)) continue;
      const today = dayIn(publication.timeZone, now);
      const latest = await findLatestReportDay(read, publication.slug, today);
      const standings = await readStandings(newsroom, publication, today);
      const mayAnswer = mayIn(staff, 'answer readers', publication.slug);
      const unopened = mayAnswer ? (await countSubmissions(read, publication.slug)).new : null;
      const stopped = await findStoppedSchedules(read, publication.slug);
      const tasks = await findOpenTasks(read, publication.slug);
      const open = tasks.flatMap(({ pieces }) => pieces.filter(({ done }) => done === null));
      const toLookAt = new Set(open.map(({ pieceId }) => pieceId)).size;
      publications.push({ publication, today, latest, standings, stopped, toLookAt, unopened });
    }
    const wires = (await findWires(read)).filter((wire) =>
      wire.publications.some((slug) => mayIn(staff, 'run wires', slug)),
    );
    const failing = wires.filter((wire) => ['failing', 'idle'].includes(wireHealth(wire, now))).length;
    return c.html(homePage(desk, c.get('staff'), publications, failing));
  });
  return app;
}

function homePage(desk: Desk, staff: StaffMember, publications: PublicationToday[], failing: number): string {
  return deskPage(
    desk,
    { title: 'Publications', staff, current: 'home', islands: ['day'] },
    <desk-day class="home-list">
      <h1>Publications</h1>
      {failing > 0 && (
        <p class="notice">
          <a href="/desk/wires">{capital(counted(failing, 'wire'))}</a> {failing === 1 ? 'has' : 'have'} trouble or
          bring nothing new.
        </p>
      )}
      {publications.length === 0 && !staff.runsNewsroom && (
        <p class="notice">You have no role in any publication now. An administrator can give you one.</p>
      )}
      {publications.length === 0 && staff.runsNewsroom && (
        <section class="teach">
          <h2>There is no publication yet</h2>
          <p>
            A publication follows one issue. Give it a name, a language and a time zone; then wires bring its reports,
            and the first summary is drafted from them.
          </p>
        </section>
      )}
      <ul>
        {publications.map((each) => (
          <HomeEntry {...each} />
        ))}
      </ul>
      {decide(staff, 'add publications', []) === 'may' && (
        <a class="button" href="/desk/publications/new">
          Add a publication
        </a>
      )}
    </desk-day>,
  );
}

function HomeEntry({ publication, today, latest, standings, stopped, toLookAt, unopened }: PublicationToday) {
  return (
    <li>
      <h2>
        <a href={`/desk/${publication.slug}`}>{publication.name}</a>
        {publication.status !== 'active' && <span class="tag">{publication.status}</span>}
      </h2>
      <p class="soft">{textIn(publication, publication.tagline, firstLanguage(publication))}</p>
      {stopped.map((schedule) => (
        <p class="notice">
          <a href={`/desk/piece/${schedule.pieceId}`}>A piece that had a time</a>: {stoppedWords(schedule)}
        </p>
      ))}
      {toLookAt > 0 && (
        <p class="notice">
          <a href={`/desk/${publication.slug}/plan#tasks`}>
            {capital(counted(toLookAt, 'piece'))} to be looked at again
          </a>
          : what {toLookAt === 1 ? 'it cites' : 'they cite'} was taken back, withheld or corrected.
        </p>
      )}
      <p>
        {capital(fullDay(today, 'en'))} there.{' '}
        {latest === null
          ? 'No report has come in yet.'
          : latest === today
            ? 'Reports came in today.'
            : `The last reports came in ${dayFrom(latest, today).replace(/^(?!yesterday)/u, 'on ')}.`}
      </p>
      <ul class="standings">
        {standings.map((standing) => (
          <Standing standing={standing} several={standings.length > 1} />
        ))}
      </ul>
      {unopened !== null && (
        <p>
          <a href={`/desk/${publication.slug}/inbox`}>Inbox</a>
          {unopened > 0 && `: ${counted(unopened, 'new submission')} from readers`}
        </p>
      )}
    </li>
  );
}

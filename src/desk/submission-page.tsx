import type { Publication } from '#publications/publications.ts';
import type { StaffMember } from '#staff/staff.ts';
import type { OpenOutcome } from '#submissions/submissions.ts';
import { fullDay, longDay } from '#locales/dates.ts';
import { englishName } from './day-page.tsx';
import type { Desk } from './desk-context.ts';
import { deskPage } from './desk-frame.tsx';
import { kindWords, stateWords } from './inbox-page.tsx';

interface SubmissionView {
  opened: OpenOutcome;
  /** A reply that was not taken, as it was typed. */
  typed: string | null;
  wrong: 'missing' | 'too-long' | null;
  said: string | null;
}

const sealedWords = {
  'no-key':
    'It cannot be opened: the private key is not in this newsroom’s data folder (keys/submissions.private.pem). Put it back from a copy.',
  'other-key':
    'It cannot be opened: it was sealed to another key than the one in this newsroom’s data folder. Put the key of that time back from a copy.',
  broken: 'It cannot be opened: it was altered after it was kept.',
};
const saidWords: Record<string, string> = {
  replied: 'The reply is kept. Whoever holds the receipt’s code can read it now.',
  opened: 'It is open again.',
};
const wrongWords = {
  missing: 'Write the reply first.',
  'too-long': 'A reply has at most 10,000 characters.',
};

/** One submission, opened: plain text throughout, whatever stands in it. */
export function submissionPage(desk: Desk, staff: StaffMember, publication: Publication, view: SubmissionView): string {
  const { opened } = view;
  const { submission } = opened;
  const path = `/desk/${publication.slug}/inbox`;
  const act = (name: string, label: string, style = '') => (
    <form method="post" action={`${path}/${submission.id}/${name}`}>
      <button class={style}>{label}</button>
    </form>
  );
  const said = view.said === null ? undefined : saidWords[view.said];
  return deskPage(
    desk,
    { title: `${kindWords[submission.kind]} · ${publication.name}`, staff, publication, current: 'submission' },
    <div class="form submission">
      <p>
        <a href={path}>← Inbox</a>
      </p>
      <h1>{kindWords[submission.kind]}</h1>
      <p class="soft">
        Sent on <time datetime={submission.receivedOn}>{fullDay(submission.receivedOn, 'en')}</time> ·{' '}
        {submission.state === 'new' ? 'read' : stateWords[submission.state]}
        {opened.kind === 'open' && ` · from the page in ${englishName(opened.content.lang)}`}
      </p>
      {said && (
        <p class="notice good" role="status">
          {said}
        </p>
      )}
      {opened.kind === 'sealed' ? (
        <p class="notice" role="alert">
          {sealedWords[opened.why]}
        </p>
      ) : (
        <>
          <Content opened={opened} />
          <Reply opened={opened} view={view} action={`${path}/${submission.id}/reply`} />
        </>
      )}
      <h2>When you are done</h2>
      <div class="actions">
        {submission.state === 'closed' ? act('open', 'Open it again') : act('close', 'Close it')}
        <details>
          <summary>Delete it for good…</summary>
          <p>
            The text, the reply and the receipt go, here and now. Copies of the data folder made before still have them.
          </p>
          {act('delete', 'Delete it for good')}
        </details>
      </div>
    </div>,
  );
}

type Opened = Extract<OpenOutcome, { kind: 'open' }>;

function Content({ opened }: { opened: Opened }) {
  const { text, email, languages, links, byline } = opened.content;
  const { kind } = opened.submission;
  const facts: [string, string][] = [
    ...(kind === 'pitch'
      ? ([
          ['Byline', byline.wanted ? `Yes, as: ${byline.name}` : 'No: without a name'],
          ['Writes in', languages],
          ['Links, as they were typed', links],
        ] as [string, string][])
      : []),
    ['E-mail', email],
  ];
  return (
    <>
      <blockquote class="words" dir="auto">
        {text}
      </blockquote>
      <dl class="facts">
        {facts.map(([name, value]) => (
          <div>
            <dt>{name}</dt>
            <dd dir="auto">{value === '' ? <span class="soft">not given</span> : value}</dd>
          </div>
        ))}
      </dl>
      <p class="soft">
        Nobody has checked who wrote this, or whether it is so. Open links away from this machine, and not while you are
        signed in here. An answer by ordinary e-mail shows that there was something to answer; the reply below does not.
      </p>
    </>
  );
}

function Reply({ opened, view, action }: { opened: Opened; view: SubmissionView; action: string }) {
  const { submission, reply } = opened;
  return (
    <form method="post" action={action}>
      <h2>{reply === null ? 'Reply' : 'Your reply'}</h2>
      {reply !== null && submission.reply && (
        <p class="soft">
          Written on {longDay(submission.reply.repliedOn, 'en')}. Sending it again puts the new words in the place of
          these.
        </p>
      )}
      <div class="field">
        <label for="reply">To whoever holds the receipt’s code</label>
        <textarea
          id="reply"
          name="reply"
          dir="auto"
          required
          aria-invalid={view.wrong ? 'true' : 'false'}
          aria-describedby="reply-hint"
        >
          {view.typed ?? reply ?? ''}
        </textarea>
        <p id="reply-hint" class={view.wrong ? 'wrong' : 'hint'} role={view.wrong ? 'alert' : null}>
          {view.wrong
            ? wrongWords[view.wrong]
            : 'Plain text. It is sealed to the receipt, and to this newsroom, before it is kept. Name nobody who is not named above.'}
        </p>
      </div>
      <button class="strong">{reply === null ? 'Send the reply' : 'Send it again'}</button>
    </form>
  );
}

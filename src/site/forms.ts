import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import {
  blankInput,
  findForm,
  type FormPlace,
  type FormState,
  renderForm,
  type SiteView,
  submissionKinds,
} from '#pages/pages.ts';
import { takesSubmissions } from '#publications/publications.ts';
import {
  createReception,
  mostFormBytes,
  openSubmissionKeys,
  readInput,
  type SubmissionInput,
  type Wrong,
} from '#submissions/submissions.ts';
import type { Newsroom } from '../newsroom.ts';
import { readForm } from './read-form.ts';
import { securityHeaders } from './security-headers.ts';

/**
 * The readers' forms: the only addresses of the site that take a POST.
 * Promises: a body, an address, an agent or a cookie of who writes is neither logged nor kept, a failure's log line says
 * no more than the form's name; an answer is made for one reader, is kept nowhere and is not compressed (a token stands in
 * it beside words that a stranger may choose); whatever is refused, what was typed comes back with the reason.
 */
export interface Forms {
  /** Answers a request for a form; false where the path names none. */
  handle(request: IncomingMessage, response: ServerResponse, path: string): Promise<boolean>;
}

type Trouble = Extract<FormState, { kind: 'form' }>['refused'];

/** Tor is slow. */
const mostBodyMs = 90_000;
/** Bodies held at one time; one that comes on top is told to wait. */
const mostBodies = 200;
const statusOf: Record<NonNullable<Trouble>, number> = {
  token: 422,
  used: 422,
  trap: 422,
  busy: 429,
  crowded: 429,
  full: 503,
  failed: 503,
  large: 413,
  slow: 408,
  unreadable: 415,
};

export function createForms(newsroom: Newsroom, origin: string, view: () => Promise<SiteView>): Forms {
  const db = newsroom.database.read;
  const reception = createReception({ ...newsroom, keys: openSubmissionKeys(join(newsroom.config.data, 'keys')) });
  let bodies = 0;

  const formState = async (
    { form, publication }: FormPlace,
    shown: { input?: SubmissionInput; wrong?: Wrong; refused?: Trouble } = {},
  ): Promise<FormState> => ({
    kind: 'form',
    token: await reception.token(publication, submissionKinds[form === 'share' ? 'share' : 'suggest']),
    input: shown.input ?? blankInput,
    wrong: shown.wrong ?? {},
    refused: shown.refused ?? null,
  });

  async function get(place: FormPlace): Promise<{ status: number; state: FormState }> {
    if (place.form === 'receipt') return { status: 200, state: { kind: 'receipt', code: '', outcome: null } };
    if (!takesSubmissions(place.publication)) return { status: 200, state: { kind: 'closed' } };
    return { status: 200, state: await formState(place) };
  }

  async function post(place: FormPlace, fields: URLSearchParams): Promise<{ status: number; state: FormState }> {
    const { form, publication, lang } = place;
    if (form === 'receipt') {
      const code = (fields.get('code') ?? '').slice(0, 100);
      const outcome = await reception.readReply(publication, code);
      return { status: outcome.kind === 'busy' ? 429 : 200, state: { kind: 'receipt', code, outcome } };
    }
    if (!takesSubmissions(publication)) return { status: 403, state: { kind: 'closed' } };
    const input = readInput(fields);
    const asked = { publication, lang, kind: submissionKinds[form] };
    const taken = await reception.take(asked, fields).catch((error: unknown) => {
      // Never the error's own words: they could hold what somebody wrote.
      newsroom.log.error('form failed', { form, error: error instanceof Error ? error.name : 'unknown' });
      return { kind: 'refused', why: 'failed' } as const;
    });
    switch (taken.kind) {
      case 'taken':
        return { status: 200, state: { kind: 'sent', code: taken.code } };
      case 'wrong':
        return { status: 422, state: await formState(place, { input, wrong: taken.wrong }) };
      case 'refused':
        return { status: statusOf[taken.why], state: await formState(place, { input, refused: taken.why }) };
    }
  }

  async function refuse(place: FormPlace, why: NonNullable<Trouble>): Promise<{ status: number; state: FormState }> {
    const { state } = await get(place);
    const status = statusOf[why];
    return { status, state: state.kind === 'form' ? await formState(place, { refused: why }) : state };
  }

  async function answer(place: FormPlace, request: IncomingMessage): Promise<Answer | null> {
    if (request.method === 'GET' || request.method === 'HEAD') return get(place);
    if (request.method !== 'POST') return 'no such method';
    // A page elsewhere may not make its visitors write to us.
    if (request.headers['sec-fetch-site'] === 'cross-site') return refuse(place, 'unreadable');
    if (bodies >= mostBodies) return refuse(place, 'crowded');
    bodies += 1;
    try {
      const form = await readForm(request, { bytes: mostFormBytes, ms: mostBodyMs });
      if (form.kind === 'gone') return null;
      return await (form.kind === 'read' ? post(place, form.fields) : refuse(place, form.why));
    } finally {
      bodies -= 1;
    }
  }

  return {
    async handle(request, response, path) {
      const place = await findForm(db, origin, path);
      if (!place) return false;
      await respond(place, request, response).catch((error: unknown) => {
        throw new FormFailed(`the form failed: ${error instanceof Error ? error.name : 'unknown'}`);
      });
      return true;
    },
  };

  async function respond(place: FormPlace, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const answered = await answer(place, request);
    if (answered === null) return;
    if (answered === 'no such method') {
      response.writeHead(405, { ...securityHeaders, allow: 'GET, HEAD, POST' }).end();
      return;
    }
    const body = Buffer.from(await renderForm(db, await view(), place, answered.state));
    response.writeHead(answered.status, {
      ...securityHeaders,
      'content-type': 'text/html; charset=utf-8',
      'content-length': body.length,
      'cache-control': 'no-store',
      ...(answered.status === 429 ? { 'retry-after': '60' } : {}),
      // What was not read to its end would be taken for the next request.
      ...(request.complete || request.method !== 'POST' ? {} : { connection: 'close' }),
      ...(place.publication.listed && place.form !== 'receipt' ? {} : { 'x-robots-tag': 'noindex' }),
    });
    response.end(request.method === 'HEAD' ? undefined : body);
  }
}

/** In the place of any error while a form is answered: that one's words could hold what somebody wrote. */
class FormFailed extends Error {
  override name = 'FormFailed';
}

type Answer = { status: number; state: FormState } | 'no such method';

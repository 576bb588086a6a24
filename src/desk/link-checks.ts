import { type PieceContent, type Sentence, sentencesOf } from '#pieces/pieces.ts';
import type { Clock } from '#platform/clock.ts';
import type { HttpClient } from '#platform/http/http-client.ts';

/** A link that leads nowhere. `unreached`: not just now; it may be the network's fault, or ours. */
export interface BrokenLink {
  href: string;
  why: 'gone' | 'unreached' | 'not-public';
}

interface Known {
  why: BrokenLink['why'] | null;
  at: number;
}

const keptMs = 6 * 60 * 60 * 1000;
const mostKept = 5000;
const atOnce = 4;
const limits = { timeoutMs: 10_000, maxBytes: 64_000 };

/**
 * Looks whether links lead somewhere, without anybody waiting for it: what is known is answered at once, the rest is asked
 * for behind it, through the one way out, and is known the next time. What a server refuses to a stranger (401, 403, 429)
 * or fails at (5xx) is no broken link.
 */
export class LinkChecks {
  readonly #http: HttpClient;
  readonly #clock: Clock;
  readonly #known = new Map<string, Known>();
  readonly #waiting = new Set<string>();
  #running = 0;

  constructor(parts: { http: HttpClient; clock: Clock }) {
    this.#http = parts.http;
    this.#clock = parts.clock;
  }

  /** Which of these are broken, as far as it is known, and whether the rest is being looked at. */
  look(hrefs: Iterable<string>): { broken: BrokenLink[]; pending: boolean } {
    const now = this.#clock.now().epochMilliseconds;
    const broken: BrokenLink[] = [];
    let pending = false;
    for (const href of new Set(hrefs)) {
      const known = this.#known.get(href);
      if (known && now - known.at < keptMs) {
        if (known.why !== null) broken.push({ href, why: known.why });
        continue;
      }
      pending = true;
      this.#waiting.add(href);
    }
    this.#run();
    return { broken, pending };
  }

  #run(): void {
    for (const href of this.#waiting) {
      if (this.#running >= atOnce) return;
      this.#waiting.delete(href);
      this.#running += 1;
      void this.#ask(href).finally(() => {
        this.#running -= 1;
        this.#run();
      });
    }
  }

  async #ask(href: string): Promise<void> {
    const outcome = await this.#http.get(href, limits);
    this.#known.set(href, { why: whyOf(outcome), at: this.#clock.now().epochMilliseconds });
    for (const oldest of this.#known.keys()) {
      if (this.#known.size <= mostKept) break;
      this.#known.delete(oldest);
    }
  }
}

function whyOf(outcome: Awaited<ReturnType<HttpClient['get']>>): Known['why'] {
  if (outcome.kind === 'refused') return 'not-public';
  if (outcome.kind === 'timed-out') return 'unreached';
  if (outcome.kind !== 'failed') return null;
  if (outcome.status === undefined) return 'unreached';
  return outcome.status === 404 || outcome.status === 410 ? 'gone' : null;
}

/** The web addresses that a content leads to, each with where it stands: a sentence, a read, the piece's own furniture. */
export function linksOf(content: PieceContent): { at: string; href: string }[] {
  const inSentence = ({ id, marks = [] }: Sentence) =>
    marks.flatMap((mark) => (mark.type === 'link' ? [{ at: id, href: mark.href }] : []));
  return [
    ...sentencesOf(content.blocks).flatMap(inSentence),
    ...content.blocks.flatMap((block) => (block.type === 'embed' ? [{ at: block.id, href: block.href }] : [])),
    ...content.recommendedReads.map(({ url }) => ({ at: 'reads', href: url })),
  ].filter(({ href }) => URL.canParse(href) && !isInvented(new URL(href)));
}

/** No web address, or one of the names that are kept for examples (RFC 2606, section 2): nothing stands there, and nobody is asked. */
function isInvented({ protocol, hostname }: URL): boolean {
  return !/^https?:$/u.test(protocol) || /(?:^|\.)(?:example|invalid|test|localhost)$/u.test(hostname);
}

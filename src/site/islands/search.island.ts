const waitMs = 250;

/**
 * `<search-as-typed>`: what the form finds, while it is filled in. The search's own page is asked for, at the address that
 * the form would lead to, and its results take the place of those that stand here: nothing is drawn twice. A reader who
 * saves data has the form alone.
 */
class SearchAsTyped extends HTMLElement {
  #timer = 0;
  #asking: XMLHttpRequest | null = null;

  connectedCallback(): void {
    const form = this.querySelector('form');
    if (!form || savesData()) return;
    form.addEventListener('input', () => {
      this.#stop();
      this.#timer = window.setTimeout(() => this.#ask(form), waitMs);
    });
    form.addEventListener('submit', () => this.#stop());
    this.addEventListener('keydown', (event) => this.#onKey(event));
  }

  /** An older question is not waited for: its answer could come after a newer one's. */
  #stop(): void {
    window.clearTimeout(this.#timer);
    this.#asking?.abort();
    this.#asking = null;
    this.#found()?.removeAttribute('aria-busy');
  }

  #ask(form: HTMLFormElement): void {
    const address = addressOf(form);
    // A browser reads the answer as a page in which nothing runs, and without the text ever being assigned as HTML.
    const asking = new XMLHttpRequest();
    this.#asking = asking;
    this.#found()?.setAttribute('aria-busy', 'true');
    asking.addEventListener('loadend', () => {
      if (this.#asking !== asking) return;
      const answer = asking.status === 200 ? asking.responseXML : null;
      this.#stop();
      if (answer) this.#show(answer, address);
    });
    asking.open('GET', address);
    asking.responseType = 'document';
    asking.send();
  }

  #show(answer: Document, address: string): void {
    for (const part of ['.told-found', '.results']) {
      const fresh = answer.querySelector(part);
      if (fresh)
        this.querySelector(part)?.replaceChildren(
          ...[...fresh.childNodes].map((each) => document.importNode(each, true)),
        );
    }
    document.title = answer.title;
    history.replaceState(null, '', address);
  }

  /** Arrows go from the field through what was found and back; Escape goes back at once. */
  #onKey(event: KeyboardEvent): void {
    const field = this.querySelector<HTMLInputElement>('input[type="search"]');
    const links = [...this.querySelectorAll<HTMLElement>('.results h2 a')];
    const stops = [field, ...links];
    const at = stops.findIndex((stop) => stop !== null && stop === document.activeElement);
    if (at === -1 || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1, Escape: -at }[event.key] ?? 0;
    const to = stops[at + step];
    if (step === 0 || !to) return;
    event.preventDefault();
    to.focus();
  }

  #found(): Element | null {
    return this.querySelector('.results');
  }
}

/** Where the form leads: what was left empty is not said. */
function addressOf(form: HTMLFormElement): string {
  const said = [...new FormData(form)].flatMap(([name, value]) =>
    typeof value === 'string' && value !== '' ? [[name, value]] : [],
  );
  const query = new URLSearchParams(said).toString();
  return new URL(form.action).pathname + (query && `?${query}`);
}

function savesData(): boolean {
  const { connection } = navigator as Navigator & { connection?: { saveData?: boolean } };
  return connection?.saveData === true || matchMedia('(prefers-reduced-data: reduce)').matches;
}

customElements.define('search-as-typed', SearchAsTyped);

import { openDialog } from './dialog.ts';
import { h } from './dom.ts';

const sheet: [string, string][] = [
  ['J / K', 'Next / previous development'],
  ['X', 'Choose it, or not'],
  ['O', 'Open or fold its reports'],
  ['D', 'Go to “Draft the summary”'],
  ['N', 'Add a report by hand'],
  ['[ / ]', 'The day before / after'],
  ['?', 'This sheet'],
];

/** `<desk-day>`: keys for the list, and a count of what is chosen. The page works without it. */
class Day extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener('change', () => this.#count());
    document.addEventListener('keydown', (event) => this.#onKey(event));
    this.#count();
  }

  #count(): void {
    const hint = this.querySelector('[data-chosen]');
    const chosen = this.querySelectorAll('input[name="chosen"]:checked').length;
    if (hint)
      hint.textContent =
        chosen === 0 ? 'Tick what to tell, or draft from the top of the list.' : `${chosen} chosen, in this order.`;
    const join = this.querySelector<HTMLElement>('[formaction$="/join"]');
    if (join) join.hidden = chosen < 2;
    const sections = this.querySelector<HTMLInputElement>('input[name="sections"]');
    if (sections) sections.disabled = chosen > 0;
  }

  #onKey(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]')) return;
    if (
      event.target instanceof HTMLElement &&
      /^(?:INPUT|TEXTAREA|SELECT)$/u.test(event.target.tagName) &&
      !event.target.matches('[type="checkbox"]')
    )
      return;
    const does = this.#command(event.key.toLowerCase());
    if (!does) return;
    event.preventDefault();
    does();
  }

  #command(key: string): (() => void) | null {
    const here = document.activeElement?.closest<HTMLElement>('[data-development]') ?? null;
    const click = (selector: string) => () => this.querySelector<HTMLElement>(selector)?.click();
    switch (key) {
      case 'j':
        return () => this.#step(here, 1);
      case 'k':
        return () => this.#step(here, -1);
      case 'x':
        return here && (() => here.querySelector<HTMLElement>('input[name="chosen"]')?.click());
      case 'o':
        return here && (() => here.querySelector<HTMLElement>('details.side')?.toggleAttribute('open'));
      case 'd':
        return () => this.querySelector<HTMLElement>('.draft-bar .strong')?.focus();
      case 'n':
        return click('[data-key="n"]');
      case '[':
        return click('[rel="prev"]');
      case ']':
        return click('[rel="next"]');
      case '?':
        return () =>
          void openDialog(
            'Keys',
            { name: 'keys' },
            h(
              'dl',
              { class: 'keys' },
              ...sheet.flatMap(([name, does]) => [h('dt', {}, h('kbd', {}, name)), h('dd', {}, does)]),
            ),
          );
      default:
        return null;
    }
  }

  #step(here: HTMLElement | null, step: 1 | -1): void {
    const all = [...this.querySelectorAll<HTMLElement>('[data-development]')];
    const next = here ? all[all.indexOf(here) + step] : all[0];
    next?.focus();
    next?.scrollIntoView({ block: 'nearest' });
  }
}

customElements.define('desk-day', Day);

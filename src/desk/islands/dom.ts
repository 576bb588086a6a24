/** What an element may be given: attributes (false and null leave one out), and what it does on an event (`onclick: …`). */
export type Props = Record<string, string | number | boolean | null | undefined | ((event: never) => void)>;
export type Child = Node | string | null | false | undefined;

/** Makes an element. Text stays text: nothing here reads HTML. */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  props: Props = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === 'function') element.addEventListener(name.slice(2), value as unknown as EventListener);
    else element.setAttribute(name, value === true ? '' : String(value));
  }
  element.append(
    ...children.filter((child): child is Node | string => child !== null && child !== undefined && child !== false),
  );
  return element;
}

/** A button with its words and, where it has one, its key. */
export function button(label: string, onclick: () => void, props: Props = {}): HTMLButtonElement {
  return h('button', { type: 'button', onclick, ...props }, label);
}

/** A new name for a part: `s_3f9k2m7qd1c0x8wz`, as the server makes them. */
export function newId(prefix: string): string {
  const letters = '0123456789abcdefghjkmnpqrstvwxyz';
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return `${prefix}_${Array.from(bytes, (byte) => letters[byte & 31]).join('')}`;
}

/** For the desk's own words inside a summary in another language. */
export const english = { lang: 'en', dir: 'ltr' } as const;

const rightToLeft = /^(?:ar|fa|he|ur|ckb|ps|sd|ug|yi|dv)\b/u;

/** `lang` and `dir` of a text of the piece that may be in another language. */
export function languageOf(lang: string): { lang: string; dir: 'ltr' | 'rtl' } {
  return { lang, dir: rightToLeft.test(lang) ? 'rtl' : 'ltr' };
}

/** A link to somewhere else, or its text alone where its address is not one of the web. */
export function outLink(href: string | null, text: string): HTMLElement {
  if (!href || !/^https?:\/\//iu.test(href)) return h('span', {}, text);
  return h('a', { href, rel: 'noreferrer noopener', target: '_blank' }, text);
}

/** An object of JSON-LD as it was parsed. */
export type JsonObject = Record<string, unknown>;

/** Everything of a page's JSON-LD that can be asked for its article. */
export interface JsonLd {
  /** The first article-like object at any level of lists and graphs, else a page that has a date of its own. */
  article: JsonObject | null;
  /** Objects by `@id`, so that a reference can be followed. */
  byId: ReadonlyMap<string, JsonObject>;
  /** Names of organisations and sites: no authors. */
  siteNames: string[];
}

const mostObjects = 2_000;

/** Reads every JSON-LD block of a page; a broken one is passed over. */
export function readJsonLd(document: Document): JsonLd {
  const objects: JsonObject[] = [];
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    collect(parseJson(script.textContent ?? ''), 0, objects);
  }
  const byId = new Map<string, JsonObject>();
  const siteNames: string[] = [];
  for (const object of objects) {
    const id = object['@id'];
    if (typeof id === 'string' && !byId.has(id) && Object.keys(object).length > 1) byId.set(id, object);
    const name = textAt(object, 'name');
    if (name !== null && hasType(object, /^(?:WebSite|NewsMediaOrganization|Organization|Corporation)$/))
      siteNames.push(name);
  }
  const article =
    objects.find((object) => hasType(object, /(?:Article|Posting|Report|Review)$/)) ??
    objects.find(
      (object) => hasType(object, /(?:WebPage|VideoObject|Recipe)$/) && textAt(object, 'datePublished') !== null,
    ) ??
    null;
  return { article, byId, siteNames };
}

/** Whether an object says that it is of a type that fits. */
export function hasType(object: JsonObject, pattern: RegExp): boolean {
  return [object['@type']].flat().some((type) => typeof type === 'string' && pattern.test(type));
}

/** A property's text, the first of a list; null when it has none. */
export function textAt(object: JsonObject | null, key: string): string | null {
  const value = object?.[key];
  const first: unknown = Array.isArray(value) ? value[0] : value;
  return typeof first === 'string' && first.trim() !== '' ? first.trim() : null;
}

/** The object that a value is or refers to. */
export function follow(value: unknown, { byId }: JsonLd): JsonObject | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const object = value as JsonObject;
  const id = object['@id'];
  return (typeof id === 'string' && Object.keys(object).length <= 2 ? byId.get(id) : null) ?? object;
}

function collect(value: unknown, depth: number, objects: JsonObject[]): void {
  if (depth > 6 || objects.length >= mostObjects || typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (const entry of value.slice(0, 200)) collect(entry, depth + 1, objects);
    return;
  }
  const object = value as JsonObject;
  objects.push(object);
  for (const key of ['@graph', 'mainEntity', 'mainEntityOfPage', 'publisher', 'isPartOf', 'itemListElement'])
    collect(object[key], depth + 1, objects);
}

function parseJson(text: string): unknown {
  const bare = withoutWrapping(text).replace(/[\r\n\t]+/g, ' ');
  for (const attempt of [bare, bare.replace(/, ?([\]}])/g, '$1').replace(/;$/, '')]) {
    try {
      return JSON.parse(attempt);
    } catch {
      // Broken metadata is no metadata: the page's other sources are read instead.
    }
  }
  return null;
}

/** Without the CDATA section or comment that some programs put around a script. */
function withoutWrapping(text: string): string {
  return text
    .trim()
    .replace(/^(?:\/\/)?<!(?:\[CDATA\[|--)/, '')
    .replace(/(?:\/\/)?(?:\]\]|--)>$/, '')
    .trim();
}

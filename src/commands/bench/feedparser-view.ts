import type { FeedDetails } from '#wires/feed-details.ts';
import type { FeedPerson } from '#wires/feed-person.ts';
import type { FeedText } from '#wires/wires-parsers.ts';

/** What we read of a feed or item, under the names that feedparser's tests use (feedparser 6, reference of elements). */
export function feedparserView(details: FeedDetails, of: 'feed' | 'entry'): Record<string, unknown> {
  const { texts, dates, authors, contributors, publisher, fields } = details;
  const author = authors[0];
  const view: Record<string, unknown> = {
    ...texted('title', texts.title),
    ...texted('rights', texts.rights),
    ...texted('copyright', texts.rights),
    ...texted('info', texts.info),
    ...texted('subtitle', texts.subtitle),
    ...texted('tagline', texts.subtitle),
    ...texted('description', of === 'feed' ? texts.subtitle : (texts.summary ?? details.contents[0])),
    ...(of === 'entry' ? texted('summary', texts.summary) : {}),
    id: details.id,
    guid: details.id,
    link: details.link,
    links: details.links,
    enclosures: details.links.filter(({ rel }) => rel === 'enclosure').map(({ rel: _, ...rest }) => rest),
    content: details.contents,
    author: author && personLine(author),
    author_detail: author && personView(author),
    authors: authors.map(personView),
    contributors: contributors.map(personView),
    publisher: publisher && personLine(publisher),
    publisher_detail: publisher && personView(publisher),
    tags: details.tags,
    category: details.tags[0]?.term,
    generator: details.generator?.name,
    generator_detail: details.generator && { ...details.generator, href: details.generator.url },
    cloud: details.cloud,
    source: details.source && { ...feedparserView(details.source, 'feed'), href: details.source.link },
    ...fields,
    license: fields.license ?? details.links.find(({ rel }) => rel === 'license')?.href,
  };
  for (const [name, date] of Object.entries(dates)) {
    view[name] = date.written;
    view[`${name}_parsed`] = date.instant === null ? null : timeTuple(date.instant);
  }
  for (const holder of ['image', 'textinput']) {
    const parts = Object.entries(fields).filter(([key]) => key.startsWith(`${holder}.`));
    view[holder] = Object.fromEntries(
      parts.map(([key, value]) => [
        key.slice(holder.length + 1),
        /\.(?:width|height)$/.test(key) ? Number(value) : value,
      ]),
    );
  }
  return view;
}

function texted(name: string, text: FeedText | undefined): Record<string, unknown> {
  return text ? { [name]: text.value, [`${name}_detail`]: text } : {};
}

function personView({ name, email, url }: FeedPerson) {
  return { ...(name ? { name } : {}), ...(email ? { email } : {}), ...(url ? { href: url } : {}) };
}

function personLine({ name, email }: FeedPerson): string | null {
  return name && email ? `${name} (${email})` : (name ?? email);
}

/** Python's struct_time in UTC: year, month, day, hour, minute, second, weekday from Monday, day of the year, 0. */
function timeTuple(instant: string): number[] {
  const date = new Date(instant);
  const days = Math.floor((date.getTime() - Date.UTC(date.getUTCFullYear(), 0, 1)) / 86_400_000);
  return [
    ...[date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()],
    ...[date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds()],
    ...[(date.getUTCDay() + 6) % 7, days + 1, 0],
  ];
}

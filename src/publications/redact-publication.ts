import type { Redactor } from '#withdrawals/withdrawals.ts';
import type { Contributor } from './contributor.ts';
import type { Localised, Publication } from './publication.ts';

/**
 * A publication's profile without the withdrawn names; the same when there was none. Its own slug stays: it never changes,
 * and every address hangs on it.
 */
export function redactPublication<T extends Partial<Publication>>(publication: T, redactor: Redactor): T {
  if (redactor.empty) return publication;
  const {
    slug,
    topics,
    siblings,
    formerAddresses,
    about,
    contribute,
    nameIn,
    tagline,
    region,
    contact,
    letter,
    names,
    merged,
    labels,
    contributors,
    logo,
    ...rest
  } = publication as Partial<Publication>;
  const redacted: Partial<Publication> = redactor.json(rest);
  const text = (words: string, lang: string) => redactor.text(words, lang);
  const paragraphs = (list: string[], lang: string) => list.map((words) => redactor.text(words, lang));
  const fields: Partial<Publication> = {
    ...(topics && {
      topics: topics.map(({ slug: name, name: title, intro }) => ({
        slug: redactor.slug(name),
        name: each(title, text),
        ...(intro && { intro: each(intro, text) }),
      })),
    }),
    // What was called after somebody became nothing: the old address would say the name.
    ...(merged && {
      merged: merged
        .filter(({ kind, from, into }) => !redactor.mentions(kind === 'contributor' ? `${from} ${into}` : from))
        .map((each) => ({ ...each, into: redactor.slug(each.into) })),
    }),
    ...(labels && {
      labels: labels.map((label) => ({
        ...label,
        slug: redactor.slug(label.slug),
        name: each(label.name, text),
      })),
    }),
    ...(logo?.alt && { logo: { ...logo, alt: each(logo.alt, text) } }),
    ...(contributors && { contributors: redactContributors(contributors, redactor) }),
    // Somebody who is withdrawn has no entry: a list of spellings would say who it was.
    ...(names && { names: names.filter((each) => !redactor.mentions(JSON.stringify(each))) }),
    ...(siblings && { siblings: siblings.filter((sibling) => sibling === slug || !redactor.mentions(sibling)) }),
    ...(formerAddresses && { formerAddresses: formerAddresses.filter((address) => !redactor.mentions(address)) }),
    ...(about && { about: each(about, paragraphs) }),
    ...(contribute && { contribute: each(contribute, paragraphs) }),
    ...(nameIn && { nameIn: each(nameIn, text) }),
    ...(tagline && { tagline: each(tagline, text) }),
    ...(region && { region: each(region, text) }),
    ...(contact !== undefined && { contact: contact && redactor.address(contact) }),
    ...(letter !== undefined && {
      letter:
        letter &&
        each(letter, (said, lang) => ({
          ...said,
          title: text(said.title, lang),
          salutation: text(said.salutation, lang),
          paragraphs: paragraphs(said.paragraphs, lang),
          signed: text(said.signed, lang),
        })),
    }),
  };
  const whole = { ...publication, ...redacted, ...fields };
  return JSON.stringify(whole) === JSON.stringify(publication) ? publication : whole;
}

function each<V>(texts: Localised<V>, change: (value: V, lang: string) => V): Localised<V> {
  return Object.fromEntries(Object.entries(texts).map(([lang, value]) => [lang, change(value, lang)]));
}

/** Somebody who is withdrawn has no entry left, portrait and all; what is said of others loses the name. */
function redactContributors(contributors: Contributor[], redactor: Redactor): Contributor[] {
  const text = (words: string, lang: string) => redactor.text(words, lang);
  return contributors
    .filter(({ slug, name }) => ![slug, ...Object.values(name)].some((words) => redactor.mentions(words)))
    .map(({ slug, name, title, affiliation, bio, portrait, links }) => ({
      slug,
      name,
      ...(title && { title: each(title, text) }),
      ...(affiliation && { affiliation: each(affiliation, text) }),
      ...(bio && { bio: each(bio, text) }),
      ...(portrait && { portrait: { media: portrait.media, alt: each(portrait.alt, text) } }),
      ...(links && {
        links: links
          .filter(({ url }) => !redactor.mentions(url))
          .map(({ label, url }) => ({ label: redactor.text(label), url })),
      }),
    }));
}

import type { Lang } from '#platform/language.ts';
import {
  basePath,
  firstLanguage,
  type Publication,
  publicationName,
  takesSubmissions,
  textIn,
} from '#publications/publications.ts';
import type { LetterView, PublicationView, TopicView } from './view.ts';

/**
 * A publication as its pages in one language show it. `paths` holds this page's path in other languages, where it has
 * one; `lists` the kinds that it has pieces of; `logo` what `readLogo` answers.
 */
export function publicationView(
  publication: Publication,
  all: Publication[],
  lang: Lang,
  around: Partial<Pick<PublicationView, 'lists' | 'standing' | 'logo'>> & { paths?: Map<Lang, string> } = {},
): PublicationView {
  const { paths, lists = ['summary'], standing = ['privacy'], logo = null } = around;
  return {
    slug: publication.slug,
    name: publicationName(publication, lang),
    tagline: textIn(publication, publication.tagline, lang) ?? '',
    lang,
    languages: publication.languages.map((each) => ({
      lang: each,
      path: paths?.get(each) ?? basePath(publication, each),
    })),
    defaultLang: firstLanguage(publication),
    timeZone: publication.timeZone,
    status: publication.status,
    region: textIn(publication, publication.region, lang) ?? publicationName(publication, lang),
    accent: publication.accent,
    logo,
    topics: topicViews(publication, lang),
    siblings: publication.siblings
      .flatMap((slug) => all.find((sibling) => sibling.slug === slug && sibling.listed) ?? [])
      .map((sibling) => ({
        slug: sibling.slug,
        name: publicationName(sibling, lang),
        tagline: textIn(sibling, sibling.tagline, lang) ?? '',
        status: sibling.status,
      })),
    letter: letterIn(publication, lang),
    about: textIn(publication, publication.about, lang) ?? [],
    contribute: textIn(publication, publication.contribute, lang) ?? [],
    contact: publication.contact,
    takesSubmissions: takesSubmissions(publication),
    noindex: !publication.listed,
    lists,
    rights: publication.rights && { ...publication.rights, url: publication.rights.url ?? null },
    standing,
    basePath: basePath(publication, lang),
  };
}

/** The letter to readers of one that has stopped, in its own language where there is none in this one. */
function letterIn(publication: Publication, lang: Lang): LetterView | null {
  const letter = publication.letter && textIn(publication, publication.letter, lang);
  if (publication.status === 'active' || !letter) return null;
  return { ...letter, lang: publication.letter?.[lang] ? lang : firstLanguage(publication) };
}

/** The topics of a publication, or those of them that are named. */
export function topicViews(publication: Publication, lang: Lang, slugs?: string[]): TopicView[] {
  return publication.topics
    .filter((topic) => !slugs || slugs.includes(topic.slug))
    .map((topic) => ({ slug: topic.slug, name: textIn(publication, topic.name, lang) ?? topic.slug }));
}

/** What a topic covers, in the language of the page or else in the publication's first; null where nobody has said. */
export function topicIntro(at: {
  publication: Publication;
  lang: Lang;
  slug: string;
}): { text: string; lang: Lang } | null {
  const intro = at.publication.topics.find(({ slug }) => slug === at.slug)?.intro ?? {};
  const said = [at.lang, firstLanguage(at.publication)].find((lang) => intro[lang]);
  return said === undefined ? null : { text: intro[said] ?? '', lang: said };
}

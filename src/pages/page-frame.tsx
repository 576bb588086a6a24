/** What every reader's page has round its main part: head, skip link, masthead, foot. */
import type { Child } from 'hono/jsx';
import { languageName } from '#locales/dates.ts';
import { htmlDocument } from '#ui/document.tsx';
import { wordsOf } from '#locales/locales.ts';
import { Nameplate } from '#ui/nameplate.tsx';
import type { SharePicture } from './card.ts';
import { listNames } from './kind-names.ts';
import { PageFoot } from './page-foot.tsx';
import { aboutPath, contributePath, encodedPath, feedsAt, homePath, listPath, searchPath } from './paths.ts';
import type { PublicationView, SiteView } from './view.ts';

export interface Page {
  /** This page's own path. */
  path: string;
  title: string;
  description: string;
  /** Set on the front page: the name is then the first heading. */
  front?: boolean;
  /** A summary: it needs the first style sheet alone. */
  summary?: boolean;
  /** False where the page exists in this language alone, or is no page of record. */
  listed?: boolean;
  /** The address, in full, of what this page republishes: then it is the one of record. */
  original?: string | null;
  /** This page in every language, where it has a form of its own in some; else pages of the same path are. */
  translations?: { lang: string; path: string }[];
  /** Where the page's address is shared. */
  image?: SharePicture | null;
  article?: { jsonLd: string };
  jsonLd?: string;
  topicFeed?: { slug: string; name: string };
  /** The page's own feed. */
  feed?: { type: string; href: string; title: string } | null;
  /** The island that improves it. */
  island?: string;
  /** It has the form that searches already. */
  searches?: boolean;
  previous?: string | null;
  next?: string | null;
}

export function framedPage(site: SiteView, publication: PublicationView, page: Page, main: Child): string {
  const { copy } = wordsOf(publication.lang);
  const listed = page.listed ?? true;
  const feeds = feedsAt(publication.basePath).map(({ href, type, name }) => ({
    href,
    type,
    title: `${publication.name} (${name})`,
  }));
  const topic = page.topicFeed;
  if (topic) {
    const [rss] = feedsAt(`${publication.basePath}/${topic.slug}`);
    if (rss) feeds.unshift({ href: rss.href, type: rss.type, title: `${publication.name}: ${topic.name} (RSS)` });
  }
  if (page.feed) feeds.unshift(page.feed);
  return htmlDocument(
    {
      title: page.front ? page.title : `${page.title} · ${publication.name}`,
      description: page.description,
      lang: publication.lang,
      css: page.summary ? site.assets.css.slice(0, 1) : site.assets.css,
      script: (page.island && site.assets.scripts?.[page.island]) ?? null,
      accent: publication.slug,
      siteName: publication.name,
      canonical: listed ? (page.original ?? site.origin + encodedPath(page.path)) : null,
      alternates: listed ? translationsOf(site, publication, page) : [],
      defaultLang: publication.defaultLang,
      ogType: page.article ? 'article' : 'website',
      image: page.image ? { ...page.image, src: site.origin + page.image.src } : null,
      feeds,
      search: { href: `${publication.basePath}/opensearch.xml`, title: publication.name },
      manifest: page.front ? `${publication.basePath}/manifest.webmanifest` : null,
      previous: page.previous ?? null,
      next: page.next ?? null,
      noindex: publication.noindex || !listed,
      jsonLd: page.article?.jsonLd ?? page.jsonLd ?? null,
    },
    <>
      <a class="skip" href="#main">
        {copy.skip}
      </a>
      <Masthead site={site} publication={publication} page={page} />
      <main id="main" tabindex={-1}>
        {main}
      </main>
      <PageFoot site={site} publication={publication} searches={page.searches ?? false} />
    </>,
  );
}

/** Languages that have this very page: where one has not, the path given is its home and no translation of anything. */
function translationsOf(
  site: SiteView,
  publication: PublicationView,
  { path, translations }: Page,
): { lang: string; href: string }[] {
  const rest = path.slice(publication.basePath.length);
  const same = publication.languages.filter((language) => rest === '' || rest === '/' || language.path.endsWith(rest));
  return (translations ?? same).map((each) => ({ lang: each.lang, href: site.origin + encodedPath(each.path) }));
}

function Masthead({ site, publication, page }: { site: SiteView; publication: PublicationView; page: Page }) {
  const { copy } = wordsOf(publication.lang);
  const links = [
    ...publication.lists.map((kind) => ({ href: listPath(publication, kind), text: copy[listNames[kind]] })),
    { href: aboutPath(publication), text: copy.about },
    { href: contributePath(publication), text: copy.contribute },
    { href: searchPath(publication), text: copy.search },
  ];
  return (
    <Nameplate
      name={publication.name}
      logo={publication.logo}
      tagline={page.front ? publication.tagline : ''}
      home={page.front ? null : homePath(publication)}
      network={publication.basePath ? { href: '/', name: site.networkName } : null}
      status={publication.status === 'active' ? null : copy[publication.status]}
      languages={publication.languages.map(({ lang, path }) => ({
        lang,
        href: path,
        name: languageName(lang),
        current: lang === publication.lang,
      }))}
      links={links.map((link) => ({ ...link, current: link.href === page.path }))}
      labels={copy}
    />
  );
}

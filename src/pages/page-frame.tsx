/** What every reader's page has round its main part: head, skip link, masthead, foot. */
import type { Child } from 'hono/jsx';
import { languageName } from '#ui/dates.ts';
import { htmlDocument } from '#ui/document.tsx';
import { wordsOf } from '#ui/locale.ts';
import { Nameplate } from '#ui/nameplate.tsx';
import { PageFoot } from './page-foot.tsx';
import { aboutPath, contributePath, feedsAt, homePath, summariesPath } from './paths.ts';
import type { PictureView, PublicationView, SiteView } from './view.ts';

export interface Page {
  /** This page's own path. */
  path: string;
  title: string;
  description: string;
  /** Set on the front page: the name is then the first heading. */
  front?: boolean;
  /** False where the page exists in this language alone, or is no page of record. */
  listed?: boolean;
  article?: { image: PictureView | null; jsonLd: string };
  jsonLd?: string;
  topicFeed?: { slug: string; name: string };
  previous?: string | null;
  next?: string | null;
}

export function framedPage(site: SiteView, publication: PublicationView, page: Page, main: Child): string {
  const { copy } = wordsOf(publication.lang);
  const listed = page.listed ?? true;
  const image = page.article?.image;
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
  return htmlDocument(
    {
      title: page.front ? page.title : `${page.title} · ${publication.name}`,
      description: page.description,
      lang: publication.lang,
      css: site.assets.css,
      accent: publication.slug,
      siteName: publication.name,
      canonical: listed ? site.origin + page.path : null,
      alternates: listed ? translationsOf(site, publication, page.path) : [],
      defaultLang: publication.defaultLang,
      ogType: page.article ? 'article' : 'website',
      image: image?.src
        ? { src: site.origin + image.src, width: image.width, height: image.height, alt: image.alt }
        : null,
      feeds,
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
      <PageFoot site={site} publication={publication} />
    </>,
  );
}

/** Languages that have this very page: where one has not, the path given is its home and no translation of anything. */
function translationsOf(site: SiteView, publication: PublicationView, path: string): { lang: string; href: string }[] {
  const rest = path.slice(publication.basePath.length);
  return publication.languages
    .filter((language) => rest === '' || rest === '/' || language.path.endsWith(rest))
    .map((language) => ({ lang: language.lang, href: site.origin + language.path }));
}

function Masthead({ site, publication, page }: { site: SiteView; publication: PublicationView; page: Page }) {
  const { copy } = wordsOf(publication.lang);
  const links = [
    { href: summariesPath(publication), text: copy.summaries },
    { href: aboutPath(publication), text: copy.about },
    { href: contributePath(publication), text: copy.contribute },
  ];
  return (
    <Nameplate
      name={publication.name}
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

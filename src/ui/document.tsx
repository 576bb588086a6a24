/** The HTML document round every page. Nothing inline, nothing from elsewhere: it stands under `default-src 'none'`. */
import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import { directionOf } from '#platform/language.ts';

export interface DocumentHead {
  title: string;
  description: string;
  lang: string;
  css: string[];
  /** An island's; what it improves stands without it. */
  script?: string | null;
  accent: string | null;
  siteName: string;
  /** Absolute. */
  canonical: string | null;
  /** Absolute. */
  alternates: { lang: string; href: string }[];
  defaultLang: string | null;
  ogType: 'website' | 'article';
  image: { src: string; width: number; height: number; alt: string } | null;
  /** Root-relative. */
  feeds: { type: string; href: string; title: string }[];
  /** Where the site says how it is searched, and its manifest. Root-relative. */
  search?: { href: string; title: string } | null;
  manifest?: string | null;
  previous: string | null;
  next: string | null;
  noindex: boolean;
  /** Already escaped for a script element, by `jsonLdText`. */
  jsonLd: string | null;
}

/** A whole document as text, from its head and what stands in its body. */
export function htmlDocument(head: DocumentHead, body: Child): string {
  const page = (
    <html lang={head.lang} dir={directionOf(head.lang)} data-accent={head.accent}>
      <Head {...head} />
      <body>
        {body}
        {head.jsonLd && <script type="application/ld+json">{raw(head.jsonLd)}</script>}
      </body>
    </html>
  );
  return `<!doctype html>${page}`;
}

function Head(head: DocumentHead) {
  const alternate = head.alternates.find(({ lang }) => lang === head.defaultLang);
  return (
    <head>
      <meta charset="utf-8" />
      <title>{head.title}</title>
      <meta name="viewport" content="width=device-width" />
      <meta name="color-scheme" content="light dark" />
      <meta name="referrer" content="same-origin" />
      {head.css.map((href) => (
        <link rel="stylesheet" href={href} />
      ))}
      {head.script && <script type="module" src={head.script}></script>}
      <meta name="description" content={head.description} />
      {head.noindex && <meta name="robots" content="noindex" />}
      {head.canonical && <link rel="canonical" href={head.canonical} />}
      {head.alternates.length > 1 &&
        head.alternates.map(({ lang, href }) => <link rel="alternate" hreflang={lang} href={href} />)}
      {head.alternates.length > 1 && alternate && <link rel="alternate" hreflang="x-default" href={alternate.href} />}
      {head.feeds.map(({ type, href, title }) => (
        <link rel="alternate" type={type} href={href} title={title} />
      ))}
      {head.search && (
        <link
          rel="search"
          type="application/opensearchdescription+xml"
          href={head.search.href}
          title={head.search.title}
        />
      )}
      {head.manifest && <link rel="manifest" href={head.manifest} />}
      {head.previous && <link rel="prev" href={head.previous} />}
      {head.next && <link rel="next" href={head.next} />}
      <meta property="og:type" content={head.ogType} />
      <meta property="og:site_name" content={head.siteName} />
      <meta property="og:title" content={head.title} />
      <meta property="og:description" content={head.description} />
      <meta property="og:locale" content={head.lang.replace('-', '_')} />
      {head.canonical && <meta property="og:url" content={head.canonical} />}
      {head.image && <OpenGraphImage {...head.image} />}
    </head>
  );
}

function OpenGraphImage({ src, width, height, alt }: { src: string; width: number; height: number; alt: string }) {
  return (
    <>
      <meta property="og:image" content={src} />
      <meta property="og:image:width" content={String(width)} />
      <meta property="og:image:height" content={String(height)} />
      <meta property="og:image:alt" content={alt} />
      <meta name="twitter:card" content="summary_large_image" />
    </>
  );
}

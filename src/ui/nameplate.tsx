/** The masthead: the name set in type, the last word in its own face ("Belisar *Daybook*"), the line it lives by, the way round. */
import { directionOf } from '#platform/language.ts';
import type { Child } from 'hono/jsx';

export interface NameplateLink {
  href: string;
  text: string;
  current: boolean;
}

export interface LogoProps {
  src: string;
  srcset: string | null;
  width: number;
  height: number;
  alt: string;
  /** Addresses for the night. */
  dark: string | null;
  onPaper: boolean;
}

export interface NameplateProps {
  name: string;
  /** Stands in place of the name in type. */
  logo?: LogoProps | null;
  /** Empty on inner pages, where the day's news should come sooner. */
  tagline: string;
  /** On the front page the name is the page's heading and no link. */
  home: string | null;
  network: { href: string; name: string } | null;
  status: string | null;
  languages: { lang: string; href: string; name: string; current: boolean }[];
  links: NameplateLink[];
  labels: { languages: string; sections: string };
}

export function Nameplate(props: NameplateProps) {
  const Name = props.home ? 'p' : 'h1';
  const name = props.logo ? <Logo {...props.logo} /> : wordmark(props.name);
  return (
    <header class="masthead">
      <div class="folio">
        {props.network ? <a href={props.network.href}>{props.network.name}</a> : <span />}
        {props.languages.length > 1 && (
          <nav aria-label={props.labels.languages}>
            {props.languages.map(({ lang, href, name, current }) => (
              <>
                {' '}
                <a
                  href={href}
                  lang={lang}
                  dir={directionOf(lang)}
                  hreflang={lang}
                  aria-current={current ? 'true' : null}
                >
                  {name}
                </a>
              </>
            ))}
          </nav>
        )}
      </div>
      <Name class="name">{props.home ? <a href={props.home}>{name}</a> : name}</Name>
      {(props.tagline || props.status) && (
        <p class="tagline">
          {props.status && <b class="status">{props.status}</b>} {props.tagline}
        </p>
      )}
      {props.links.length > 0 && (
        <nav class="sections" aria-label={props.labels.sections}>
          <span>
            {props.links.slice(0, -1).map((link) => (
              <>
                <SectionLink {...link} />{' '}
              </>
            ))}
          </span>
          {props.links.slice(-1).map(SectionLink)}
        </nav>
      )}
    </header>
  );
}

function Logo({ src, srcset, width, height, alt, dark, onPaper }: LogoProps) {
  const image = (
    <img class={onPaper ? 'logo on-paper' : 'logo'} {...{ src, width, height, alt }} srcset={srcset ?? undefined} />
  );
  if (!dark) return image;
  return (
    <picture>
      <source media="(prefers-color-scheme:dark)" srcset={dark} />
      {image}
    </picture>
  );
}

function SectionLink({ href, text, current }: NameplateLink) {
  return (
    <a href={href} aria-current={current ? 'page' : null}>
      {text}
    </a>
  );
}

/** "Belisar *Daybook*": the last word of a name in its own face. */
export function wordmark(name: string): Child {
  const cut = name.lastIndexOf(' ');
  return cut < 0 ? name : [`${name.slice(0, cut)} `, <i>{name.slice(cut + 1)}</i>];
}

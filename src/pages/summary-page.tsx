/** One executive summary at its permanent address. */
import { framedPage } from './page-frame.tsx';
import { jsonLdText, summaryJsonLd } from './json-ld.ts';
import { SummaryArticle } from './summary-article.tsx';
import type { PublicationView, SiteView, SummaryView } from './view.ts';

export function summaryPage(site: SiteView, publication: PublicationView, summary: SummaryView): string {
  return framedPage(
    site,
    publication,
    {
      path: summary.path,
      title: summary.title,
      description: summary.lede,
      article: { image: summary.topImage, jsonLd: jsonLdText(summaryJsonLd(site, publication, summary)) },
      previous: summary.previous?.path ?? null,
      next: summary.next?.path ?? null,
    },
    <SummaryArticle site={site} publication={publication} summary={summary} front={false} />,
  );
}

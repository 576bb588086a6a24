/** Under a section: how its totals went from report to report, and who said each. */
import { dayAndMonth, numberIn } from '#locales/dates.ts';
import { wordsOf } from '#locales/locales.ts';
import { Phrased } from '#ui/phrase.tsx';
import type { HistoryView, ReportedView } from './text-view.ts';

export function Histories({ histories, lang }: { histories: HistoryView[]; lang: string }) {
  const { copy, totals } = wordsOf(lang);
  return (
    <>
      {histories.map(({ kind, reported }) => (
        <div class="figures" tabindex={0}>
          <table>
            <caption>
              <b>{totals[kind]}</b>: {copy.asReported}
            </caption>
            {reported.map((each) => (
              <Reported reported={each} lang={lang} />
            ))}
          </table>
        </div>
      ))}
    </>
  );
}

function Reported({ reported, lang }: { reported: ReportedView; lang: string }) {
  const { carrying, copy } = wordsOf(lang);
  const { value, on, outlet, origin, originKind, path, differs } = reported;
  const day = dayAndMonth(on, lang);
  return (
    <tr>
      <th scope="row">{numberIn(value, lang)}</th>
      <td>{path === null ? day : <a href={path}>{day}</a>}</td>
      <td>
        <bdi>{outlet}</bdi>
        {origin && <Phrased phrase={carrying(origin, originKind)} />}
        {differs && <b class="warning"> {copy.reportsDiffer}</b>}
      </td>
    </tr>
  );
}

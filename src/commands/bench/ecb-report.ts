export interface EcbReport {
  id: string;
  at: number;
  title: string;
  body: string;
  lang: string;
  outlet: string;
  topic: string;
  subtopic: string;
}

/** An ECB+ document as a report: its first line that is not an address is the title. All are given one time. */
export function readEcbReport(record: { id: string; topic: string; subtopic: string; text: string }): EcbReport {
  const lines = record.text.split('\n');
  let first = 0;
  while (first < lines.length - 1 && /^(?:https? :|www )/.test(lines[first] ?? '')) first++;
  return {
    id: record.id,
    at: 0,
    title: lines[first] ?? '',
    body: lines.slice(first + 1).join('\n'),
    lang: 'en',
    outlet: record.id,
    topic: record.topic,
    subtopic: record.subtopic,
  };
}

import { describe, expect, test } from 'vitest';
import { OpmlUnreadable, readOpml } from './read-opml.ts';
import type { Wire } from './wire.ts';
import { writeOpml } from './write-opml.ts';

const read = (text: string) => readOpml({ bytes: new TextEncoder().encode(text) });
const opml = (body: string) => `<?xml version="1.0"?>
<opml version="1.0"><head><title>Feeds of the port</title></head><body>
${body}
</body></opml>`;
const wire = (changes: Partial<Wire>): Wire => ({
  id: 'w1',
  kind: 'feed',
  selectors: null,
  terms: null,
  outlet: 'Gorvan Courier',
  url: 'https://courier.example/rss?a=1&b=2',
  lang: 'en',
  visibility: 'public',
  state: 'active',
  intervalMinutes: 15,
  idleAlarmHours: 48,
  etag: null,
  lastModified: null,
  lastFetchedAt: null,
  nextFetchAt: '2026-11-20T09:00:00.000Z',
  lastNewReportAt: null,
  failures: 0,
  lastError: null,
  publications: ['gorvan'],
  ...changes,
});

describe('reading a list of feeds', () => {
  test('finds feeds in folders, each with its line, name and language', () => {
    const list = read(
      opml(`<outline text="Port">
<outline text="Courier" type="rss" xmlUrl="https://courier.example/rss" language="en-GB"/>
<outline title="بريد جورفان" xmlurl="https://barid.example/feed"/>
</outline>`),
    );
    expect(list).toEqual({
      title: 'Feeds of the port',
      feeds: [
        { line: 4, name: 'Courier', url: 'https://courier.example/rss', lang: 'en' },
        { line: 5, name: 'بريد جورفان', url: 'https://barid.example/feed', lang: null },
      ],
      wrong: [],
    });
  });

  test('takes a bare & and an entity of HTML as they are meant', () => {
    const [feed] = read(opml('<outline text="Caf&eacute; & bar" xmlUrl="https://a.example/?x=1&y=2&amp;z=3"/>')).feeds;
    expect(feed).toMatchObject({ name: 'Café & bar', url: 'https://a.example/?x=1&y=2&z=3' });
  });

  test('names the line and the fault of each outline that is no feed, and keeps the others', () => {
    const list = read(
      opml(`<outline text="Nowhere"/>
<outline text="A file" xmlUrl="file:///etc/passwd"/>
<outline xmlUrl="https://herald.example/"/>`),
    );
    expect(list.wrong).toEqual([
      { line: 3, name: 'Nowhere', reason: 'it has no address of a feed (xmlUrl)' },
      { line: 4, name: 'A file', reason: '“file:///etc/passwd” is no web address' },
    ]);
    expect(list.feeds).toEqual([{ line: 5, name: 'herald.example', url: 'https://herald.example/', lang: null }]);
  });

  test.each([
    [opml('<outline text="a">\n<outline text="b"/>'), /^line 5: /u],
    ['<rss version="2.0"/>', /^line 1: it begins with <rss>, not with <opml>$/u],
    ['', /^line 1: /u],
    ['not even XML', /^line 1: /u],
    [opml(`<outline text="a" xmlUrl="https://a.example" xmlUrl="b"/>`), /^line 3: duplicate attribute/u],
    [opml(`${'<outline>'.repeat(200)}`), /^line 3: more than 100 elements stand in one another$/u],
    [
      opml(Array.from({ length: 2_001 }, (_, n) => `<outline xmlUrl="https://a.example/${n}"/>`).join('')),
      /^line 3: there are more than 2000 feeds$/u,
    ],
  ])('refuses %.40s and names the line', (text, message) => {
    const attempt = () => read(text);
    expect(attempt).toThrow(OpmlUnreadable);
    expect(attempt).toThrow(message);
  });

  test('resolves no entity that the file declares', () => {
    const bomb = `<!DOCTYPE opml [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>
<opml><body><outline text="&b;&c;" xmlUrl="https://a.example/"/></body></opml>`;
    expect(read(bomb).feeds[0]?.name).toBe('&b;&c;');
  });
});

describe('writing a list of feeds', () => {
  const at = Temporal.Instant.from('2026-11-20T09:00:00Z');

  test('gives what reads back as the same, and no private wire', () => {
    const text = writeOpml(
      [
        wire({ outlet: 'Courier & "Sons" <Ltd>\u0000' }),
        wire({ visibility: 'private', outlet: 'Hidden', url: 'https://hidden.example' }),
      ],
      { title: 'Gorvan', at },
    );
    expect(text).not.toContain('idden');
    expect(text).toContain('<dateCreated>Fri, 20 Nov 2026 09:00:00 GMT</dateCreated>');
    expect(read(text)).toEqual({
      title: 'Gorvan',
      feeds: [{ line: 8, name: 'Courier & "Sons" <Ltd>', url: 'https://courier.example/rss?a=1&b=2', lang: 'en' }],
      wrong: [],
    });
  });
});

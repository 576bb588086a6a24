import { describe, expect, test } from 'vitest';
import { FeedUnreadable, parseFeed } from '../parse-feed.ts';

const parse = (text: string) => parseFeed({ bytes: new TextEncoder().encode(text), contentType: null });
const newsItem = (content: string) =>
  `<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="n1" version="1"><contentMeta><headline>H</headline></contentMeta><contentSet>${content}</contentSet></newsItem>`;
const nitf = (content: string) =>
  `<nitf><head><docdata><doc-id id-string="n1"/></docdata></head><body><body.head><hedline><hl1>H</hl1></hedline></body.head><body.content>${content}</body.content></body></nitf>`;
const mail = (head: string, body: string) => `From: a@port.example\r\nSubject: H\r\n${head}\r\n\r\n${body}`;

describe('an entity that a document declares', () => {
  const subset = `[<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]`;
  test.each([
    ['NewsML-G2', `<!DOCTYPE newsItem ${subset}>${newsItem('<inlineData>&b;&c;</inlineData>')}`],
    ['NITF', `<!DOCTYPE nitf ${subset}>${nitf('<p>&b;&c;</p>')}`],
  ])('is never resolved in %s, inside or outside', async (_, text) => {
    const [item] = (await parse(text)).items;
    expect(item?.contentHtml).toContain('&amp;b;&amp;c;');
  });
});

describe('deep nesting', () => {
  test.each([
    ['NewsML-G2', newsItem(`<inlineXML><html><body>${'<p>'.repeat(100_000)}deep</body></html></inlineXML>`)],
    ['NITF', nitf(`${'<block>'.repeat(100_000)}deep`)],
  ])('of %s is read without the tags', async (_, text) => {
    expect((await parse(text)).items[0]?.contentHtml).toContain('deep');
  });

  test('of ninjs is refused or cut, by name', async () => {
    await expect(parse(`${'['.repeat(200_000)}`)).rejects.toThrow(FeedUnreadable);
    let held = '{"uri":"u","pubstatus":"usable","headline":"deep","body_text":"t"}';
    for (let depth = 0; depth < 200; depth += 1)
      held = `{"uri":"u${depth}","pubstatus":"usable","headline":"h","body_text":"t","associations":{"a":${held}}}`;
    expect((await parse(held)).items.length).toBeLessThan(30);
  });

  test('of a mail’s parts is set aside by name', async () => {
    let body = 'text';
    for (let depth = 0; depth < 100; depth += 1)
      body = `--b${depth}\r\nContent-Type: multipart/mixed; boundary="b${depth + 1}"\r\n\r\n${body}`;
    const parts = Array.from(
      { length: 100 },
      (_, depth) => `--b${depth}\r\nContent-Type: multipart/mixed; boundary="b${depth + 1}"\r\n\r\n`,
    );
    const read = await parse(mail('Content-Type: multipart/mixed; boundary="b0"', `${parts.join('')}text`));
    expect(read).toMatchObject({
      items: [],
      setAside: [{ item: 'message 1', reason: expect.stringMatching(/nesting depth of 50/u) }],
    });
    expect((await parse(mail('Content-Type: multipart/mixed; boundary="b0"', body))).items.length).toBeLessThanOrEqual(
      1,
    );
  });
});

describe('an endless text', () => {
  const endless = 'x '.repeat(600_000);
  test.each([
    ['NewsML-G2', newsItem(`<inlineData>${endless}</inlineData>`)],
    ['NITF', nitf(`<p>${endless}</p>`)],
    ['ninjs', JSON.stringify({ uri: 'n1', pubstatus: 'usable', headline: 'H', body_text: endless })],
    ['mail', mail('Message-ID: <n1>', endless)],
  ])('of %s is set aside by name', async (_, text) => {
    expect(await parse(text)).toMatchObject({
      items: [],
      setAside: [{ item: expect.stringContaining('n1'), reason: 'its text is over 1000000 characters' }],
    });
  });

  test('of a mail’s head is set aside by name', async () => {
    const read = await parse(mail(`X-Long: ${'x'.repeat(300_000)}`, 'text'));
    expect(read.setAside).toMatchObject([{ item: 'message 1', reason: expect.stringMatching(/header size/u) }]);
  });
});

describe('more than can be meant', () => {
  test.each([
    [
      'NewsML-G2',
      `<newsMessage><itemSet>${Array.from({ length: 2_100 }, (_, n) => `<newsItem guid="${n}"><contentMeta><headline>h</headline></contentMeta></newsItem>`).join('')}</itemSet></newsMessage>`,
    ],
    [
      'ninjs',
      JSON.stringify(Array.from({ length: 2_100 }, (_, n) => ({ uri: String(n), pubstatus: 'usable', headline: 'h' }))),
    ],
    [
      'mail',
      Array.from(
        { length: 2_100 },
        (_, n) => `From a@b.example Fri Nov 20 08:00:00 2026\nFrom: a@b.example\nSubject: ${n}\n\nt\n\n`,
      ).join(''),
    ],
  ])('of %s is read up to 2,000, and the rest is told', async (_, text) => {
    const read = await parse(text);
    expect(read.items).toHaveLength(2_000);
    expect(read.setAside).toMatchObject([{ item: expect.stringMatching(/after 2000$/u) }]);
  });
});

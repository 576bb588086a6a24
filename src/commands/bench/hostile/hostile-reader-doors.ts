import { longestQuery } from '#lib/search/read-query.ts';
import { type DoorDeps, type SinkResult, slug } from './hostile-doors.ts';
import { nothingFound } from './hostile-visit.ts';

/** Readers' forms, filled and refused and sent; the inbox; the reply by the receipt. */
export async function throughForms({ at, visitor, payloads }: DoorDeps): Promise<SinkResult> {
  const found = nothingFound();
  const { page } = visitor;
  const send = async () => {
    // The browser's own check of an address would keep back what the server is to refuse.
    await page.evaluate(`document.querySelector('main form').noValidate = true`);
    await Promise.all([page.waitForEvent('load'), page.locator('main form button').first().click()]);
    await visitor.look(found);
  };
  for (const [index, part] of submissionTexts(payloads).entries()) {
    const { text, one, two } = part;
    const share = index % 2 === 1;
    await visitor.visit(found, `${at.origin}/${slug}/${share ? 'share' : 'suggest'}`);
    const fill = (name: string, value: string) =>
      page.evaluate(
        ([id = '', words = '']) => {
          const field = document.querySelector(`#${id}`);
          if (field) (field as HTMLInputElement).value = words;
        },
        [name, value],
      );
    await fill('text', text);
    await fill('email', `${one.slice(0, 200)} no address`);
    if (share) {
      await fill('languages', two.slice(0, 200));
      await fill('links', text.slice(0, 3_900));
      await page.locator('#byline').check();
      await fill('name', one.slice(0, 190));
    }
    await send();
    await fill('email', '');
    await send();
    const code = ((await page.getByLabel('Your receipt code').textContent()) ?? '').trim();
    await visitor.visit(found, `${at.origin}/desk/${slug}/inbox`);
    const item = await page.locator('.inbox li a').first().getAttribute('href');
    await visitor.visit(found, at.origin + (item ?? ''));
    const reply = new URLSearchParams({ reply: text.slice(0, 9_900) });
    const replied = await at.desk('POST', `${(item ?? '').split('?')[0]}/reply`, reply);
    if (replied.status !== 303) throw new Error(`the reply was not kept: ${replied.status}`);
    await visitor.visit(found, at.origin + (item ?? ''));
    await visitor.visit(found, `${at.origin}/${slug}/receipt`);
    await fill('code', `${two.slice(0, 90)}`);
    await send();
    await fill('code', code);
    await send();
  }
  return { sink: 'suggestion, story → form, inbox, its item, receipt', payloads: payloads.length, ...found };
}

function submissionTexts(payloads: string[]): { text: string; one: string; two: string }[] {
  const texts: string[][] = [[]];
  let length = 0;
  for (const each of payloads) {
    if (length + each.length > 9_000) {
      texts.push([]);
      length = 0;
    }
    texts.at(-1)?.push(each.slice(0, 9_000));
    length += each.length + 1;
  }
  return texts.map((part) => ({ text: part.join('\n'), one: part[0] ?? '', two: part.at(-1) ?? '' }));
}

/** Words looked for, and addresses that are not there. Several strings go into one question or path, as many as it takes. */
export async function throughAddresses({ at, visitor, payloads }: DoorDeps): Promise<SinkResult> {
  const found = nothingFound();
  const joined: string[] = [];
  for (const text of payloads) {
    const last = joined.at(-1);
    if (last !== undefined && last.length + text.length < longestQuery) joined[joined.length - 1] = `${last} ${text}`;
    else joined.push(text);
  }
  for (const text of joined) {
    const words = encodeURIComponent(text.toWellFormed().slice(0, longestQuery));
    await visitor.visit(found, `${at.origin}/${slug}/search?q=${words}`);
    await visitor.visit(found, `${at.origin}/${slug}/${words}`);
  }
  for (const text of payloads.filter((_, index) => index % 40 === 0)) {
    const words = encodeURIComponent(text.toWellFormed().slice(0, longestQuery));
    await visitor.visit(found, `${at.origin}/desk/${slug}/${words}`);
    await visitor.visit(
      found,
      `${at.origin}/${slug}/search?topic=${words}&from=${words}&outlet=${words}&kind=${words}`,
    );
  }
  return { sink: 'search query, path not found → search, not-found page', payloads: payloads.length, ...found };
}

import { HtmlValidate } from 'html-validate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { onePathOfEachShape, openSampleSite, type SampleSite } from '../support/sample-site.ts';

const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:standard', 'html-validate:a11y', 'html-validate:document'],
  rules: {
    // The one style sheet is our own and is named by its bytes.
    'require-sri': 'off',
    // A list may be named (WAI-ARIA 1.2: role list takes a name from its author); a section's notes are.
    'aria-label-misuse': ['error', { allowAnyNamable: true }],
    // Every button stands in a form that it submits, which is what a button does; pages are counted in bytes.
    'no-implicit-button-type': 'off',
  },
});

async function faultsIn(html: string, path: string): Promise<string[]> {
  const { results } = await validator.validateString(html, path);
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, selector }) => `${path}: ${ruleId}: ${message} (${selector ?? ''})`),
  );
}

describe('what machines read', () => {
  let sample: SampleSite;
  beforeAll(async () => {
    sample = await openSampleSite();
  }, 90_000);
  afterAll(() => sample.close());

  test('the HTML of every kind of page is valid, in both languages', { timeout: 120_000 }, async () => {
    const found: string[] = [];
    let looked = 0;
    for (const path of onePathOfEachShape(sample.paths)) {
      const { contentType, body } = await sample.page(path);
      if (!contentType.startsWith('text/html')) continue;
      looked += 1;
      found.push(...(await faultsIn(body, path)));
    }
    expect(found).toEqual([]);
    expect(looked).toBeGreaterThan(40);
  });

  test('a planted fault of HTML is found', async () => {
    const { body } = await sample.page('/belisar/about');
    const planted = (from: string, to: string) => faultsIn(body.replace(from, to), '/belisar/about');
    expect((await planted('<main id="main"', '<main id="main"><p><div></div></p><i id="main"')).join()).toMatch(
      /no-dup-id|element-permitted-content|close-order|no-implicit-close/u,
    );
    expect((await planted('</main>', '<img src="/x.webp"/></main>')).join()).toContain('wcag/h37');
  });
});

import { describe, expect, test } from 'vitest';
import { accentPair, contrast, NIGHT, PAPER } from './accent.ts';
import { asDay, dayAndTime, firstWeekday, languageName } from '#locales/dates.ts';
import { directionOf } from '#platform/language.ts';
import { runsOf } from './direction.ts';
import { safeHref } from './safe-href.ts';
import { siteCss } from './site-css.ts';

const isolated = (text: string) =>
  runsOf(text, 'ar')
    .filter((run) => run.isolated)
    .map((run) => run.text);

describe('right-to-left text', () => {
  test('isolates what the bidirectional algorithm would turn round, and nothing else', () => {
    expect(isolated('بطاريات S-300 قرب الجسر')).toEqual(['S-300']);
    expect(isolated('ارتفع 12% ثم -5 من 10-15')).toEqual(['12%', '-5', '10-15']);
    expect(isolated('في عام 2026 قُتل 14 شخصاً')).toEqual([]);
    expect(isolated('صحيفة The Ashmere Ledger (AFP).')).toEqual(['The Ashmere Ledger', 'AFP']);
  });

  test('loses no character', () => {
    const text = 'ارتفع 12%، S-300 (AFP)';
    expect(
      runsOf(text, 'ar')
        .map((run) => run.text)
        .join(''),
    ).toBe(text);
  });

  test('knows its languages', () => {
    expect([directionOf('ar-SY'), directionOf('fa'), directionOf('en'), directionOf('fr')]).toEqual([
      'rtl',
      'rtl',
      'ltr',
      'ltr',
    ]);
  });
});

describe('accents', () => {
  test.each(['#1f4e79', '#ffee00', '#000000', '#ffffff', '#c0392b', 'red; }'])(
    '%s reads on paper and on night',
    (accent) => {
      const { light, dark } = accentPair(accent);
      expect(contrast(light, PAPER)).toBeGreaterThanOrEqual(7);
      expect(contrast(dark, NIGHT)).toBeGreaterThanOrEqual(7);
    },
  );

  test('an accent that is legible already stays as it is', () => {
    expect(accentPair('#1f4e79').light).toBe('#1f4e79');
  });
});

describe('the style sheet', () => {
  const css = siteCss([
    { slug: 'belisar', accent: '#1f4e79' },
    { slug: 'x"]{}', accent: '#1f4e79' },
  ]);

  test('holds each accent, and no rule that a slug made up', () => {
    expect(css).toContain('[data-accent="belisar"]{--accent-light:#1f4e79;');
    expect(css).not.toContain('x"]');
  });

  test('names no physical side, no other host, and balances its braces', () => {
    expect(css).not.toMatch(
      /(?:margin|padding|border)-(?:left|right|top|bottom)|[{;](?:left|right|top|bottom):|float:(?:left|right)/,
    );
    expect(css).not.toMatch(/url\(|@import|https?:/);
    expect(css.split('{')).toHaveLength(css.split('}').length);
  });
});

describe('addresses', () => {
  test.each(['https://a.example/b', 'http://a.example', 'mailto:a@b.example', '/about', '#n1'])(
    '%s is a link',
    (href) => {
      expect(safeHref(href)).toBe(href);
    },
  );
  test.each([
    'javascript:alert(1)',
    'JaVaScRiPt:1',
    ' javascript:1',
    'data:text/html,x',
    '//evil.example',
    '/\\evil.example',
    'x',
  ])('%s is none', (href) => {
    expect(safeHref(href)).toBeNull();
  });
});

describe('dates', () => {
  test('an instant is told in the time zone of the publication', () => {
    expect(dayAndTime('2026-11-03T22:30:00Z', 'en', 'Asia/Nicosia')).toBe('4\u00a0November 2026 at 00:30');
    expect(asDay('2026-11-03T22:30:00Z', 'Asia/Nicosia')).toBe('2026-11-04');
    expect(asDay('2026-11-03', 'Asia/Nicosia')).toBe('2026-11-03');
  });

  test('a week opens where its readers open it', () => {
    expect([firstWeekday('en'), firstWeekday('ar')]).toEqual([1, 6]);
  });

  test('a language is named in itself', () => {
    expect([languageName('en'), languageName('ar')]).toEqual(['English', 'العربية']);
  });
});

import { describe, expect, test } from 'vitest';
import { citeSpan, SpanNotFound } from './cite-span.ts';
import { corroborate, type Voice, type VoiceOrigin } from './corroboration.ts';

const voice = (key: string, outlet: string, origin?: string, copyOf: string | null = null): Voice => ({
  key,
  outlet,
  origin: origin ? { kind: 'agency', name: origin } : null,
  copyOf,
});

describe('corroboration', () => {
  test('counts ten outlets that carry one agency as one voice', () => {
    const voices = Array.from({ length: 10 }, (_, n) => voice(`r${n}`, `Outlet ${n}`, 'Amrin Agency'));
    expect(corroborate(voices)).toMatchObject({
      independent: 1,
      origins: [{ name: 'Amrin Agency', kind: 'agency', outlets: 10 }],
    });
  });

  test('counts outlets that rest on themselves each', () => {
    expect(corroborate([voice('1', 'A'), voice('2', 'B'), voice('3', 'A')])).toEqual({
      outlets: ['A', 'B'],
      origins: [],
      independent: 2,
    });
  });

  test('counts an agency that is itself among the outlets once', () => {
    expect(corroborate([voice('1', 'Amrin Agency'), voice('2', 'B', 'Amrin Agency')]).independent).toBe(1);
  });

  test('counts a copy as what its original rests on, through a chain', () => {
    const copies = [voice('1', 'A', 'Amrin Agency'), voice('2', 'B', undefined, '1'), voice('3', 'C', undefined, '2')];
    expect(corroborate(copies)).toMatchObject({ independent: 1, origins: [{ outlets: 3 }] });
    const ofOutlet = [voice('1', 'A'), voice('2', 'B', undefined, '1')];
    expect(corroborate(ofOutlet)).toMatchObject({ independent: 1, outlets: ['A', 'B'] });
  });

  test('ends also where copies name each other, or an original that is not there', () => {
    expect(corroborate([voice('1', 'A', undefined, '2'), voice('2', 'B', undefined, '1')]).independent).toBeGreaterThan(
      0,
    );
    expect(corroborate([voice('1', 'A', undefined, 'gone')]).independent).toBe(1);
    expect(corroborate([voice('1', 'A', undefined, '1')]).independent).toBe(1);
  });

  test('of nobody is nothing', () => {
    expect(corroborate([])).toEqual({ outlets: [], origins: [], independent: 0 });
  });

  test('tells the most carried origin first', () => {
    const voices = [voice('1', 'A', 'Few'), voice('2', 'B', 'Many'), voice('3', 'C', 'Many')];
    expect(corroborate(voices).origins.map((origin) => origin.name)).toEqual(['Many', 'Few']);
  });
});

describe('one origin under several names', () => {
  const rests = (key: string, outlet: string, kind: string, name: string, more: Partial<VoiceOrigin> = {}): Voice => ({
    key,
    outlet,
    origin: { kind, name, ...more },
  });

  test('is counted once: in two scripts, by initials, by its office', () => {
    const names = ['Sound Truce Observatory', 'STO', 'مرصد كويل للهدنة'];
    expect(corroborate(names.map((name, n) => rests(`${n}`, `Outlet ${n}`, 'monitor', name))).independent).toBe(2);
    const ministry = ['Health Ministry', 'health minister', 'وزارة الصحة'];
    expect(corroborate(ministry.map((name, n) => rests(`${n}`, `Outlet ${n}`, 'official', name)))).toMatchObject({
      independent: 1,
      origins: [{ name: 'Health Ministry', outlets: 3 }],
    });
  });

  test('is counted once where one report names the office with the person and another the person', () => {
    const voices = [
      rests('1', 'A', 'official', 'harbour master', { also: ['Una Pell'] }),
      rests('2', 'B', 'official', 'Una Pell'),
      rests('3', 'C', 'official', 'Ida Stroud'),
    ];
    expect(corroborate(voices).independent).toBe(2);
  });

  test('is meant by what tells only its kind, where it is one alone', () => {
    const [council, ministry] = [
      rests('1', 'A', 'official', 'Provisional Council'),
      rests('2', 'B', 'official', 'Ministry'),
    ];
    expect(corroborate([council, rests('3', 'C', 'official', 'the Council')]).independent).toBe(1);
    expect(corroborate([council, ministry]).independent).toBe(2);
    const two = [council, rests('4', 'D', 'official', 'Town Council'), rests('3', 'C', 'official', 'the Council')];
    expect(corroborate(two).independent).toBe(3);
  });

  test('is the one agency of the day for a report “with agencies”, and none of two', () => {
    const [amrin, some] = [voice('1', 'A', 'Amrin Agency'), voice('2', 'B', 'agencies')];
    expect(corroborate([amrin, some]).independent).toBe(1);
    expect(corroborate([amrin, some, voice('3', 'C', 'Tidewire')]).independent).toBe(3);
  });

  test('is what an outlet rests on that others quote', () => {
    const voices = [rests('1', 'The Ledger', 'monitor', 'Sound Truce Observatory'), voice('2', 'B', 'The Ledger')];
    expect(corroborate(voices)).toMatchObject({ independent: 1, origins: [{ name: 'Sound Truce Observatory' }] });
    expect(corroborate([voice('1', 'The Ledger'), voice('2', 'B', 'The Ledger')]).independent).toBe(1);
  });

  test('is what an agency passes on, and not what it has for itself', () => {
    const of = { kind: 'monitor', name: 'Sound Truce Observatory' };
    const [wrote, own] = [rests('1', 'Amrin', 'agency', 'Amrin', { of }), rests('1', 'Amrin', 'agency', 'Amrin')];
    const [carried, other] = [rests('2', 'B', 'agency', 'Amrin', { of }), rests('3', 'C', 'monitor', of.name)];
    expect(corroborate([wrote, carried, other]).independent).toBe(1);
    expect(corroborate([own, carried, other]).independent).toBe(2);
    expect(corroborate([wrote, carried]).origins).toEqual([{ name: 'Amrin', kind: 'agency', outlets: 2 }]);
  });

  test('is one police force, whatever it is called, where no two are named', () => {
    const force = (...names: string[]) => names.map((name, n) => rests(`${n}`, `Outlet ${n}`, 'official', name));
    expect(corroborate(force('Low Orse police', 'city police', 'police', 'شرطة المدينة')).independent).toBe(1);
    expect(corroborate(force('Low Orse police', 'Quillport police', 'police')).independent).toBe(3);
    expect(corroborate(force('police', 'hospital')).independent).toBe(2);
  });

  test('is what a report retells without saying so, where all whom it lets speak speak there', () => {
    const tellers = (isOwn: boolean, ...persons: string[]) => ({ persons, officials: [], isOwn });
    const told = (key: string, of: ReturnType<typeof tellers>): Voice => ({
      ...voice(key, `Outlet ${key}`),
      tellers: of,
    });
    const own = told('1', tellers(true, 'Bo Marsh', 'Ida Stroud'));
    expect(corroborate([own, told('2', tellers(false, 'Bo Marsh'))]).independent).toBe(1);
    expect(corroborate([own, told('2', tellers(true, 'Bo Marsh'))]).independent).toBe(2);
    expect(corroborate([own, told('2', tellers(false, 'Bo Marsh', 'Una Pell'))]).independent).toBe(2);
    expect(corroborate([own, told('2', tellers(false))]).independent).toBe(2);
  });

  test('is not made of two outlets of like names', () => {
    expect(corroborate([voice('1', 'Quill Radio'), voice('2', 'Quill Valley Radio')]).independent).toBe(2);
  });

  test('goes by whoever wrote a text among all its copies', () => {
    const copies = [rests('1', 'A', 'monitor', 'STO'), { ...voice('2', 'B', 'Amrin Agency'), copyOf: '1' }];
    expect(corroborate(copies)).toMatchObject({ independent: 1, origins: [{ name: 'Amrin Agency', outlets: 2 }] });
  });
});

describe('a cited span', () => {
  test('is the report’s own characters', () => {
    const body = '👋 One. Two, three.';
    const span = citeSpan(body, 'Two, three.');
    expect(body.slice(span.start, span.end)).toBe(span.quote);
  });

  test.each(['two, three.', ' ', '', 'Four'])('is refused where “%s” does not stand to the letter', (quote) => {
    expect(() => citeSpan('One. Two, three.', quote)).toThrow(SpanNotFound);
  });
});

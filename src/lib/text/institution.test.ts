import { expect, test } from 'vitest';
import { onlyKind, sameInstitution } from './institution.ts';

test.each([
  ['Health Ministry', 'وزارة الصحة'],
  ['harbour master of Quillport', 'Harbour Authority'],
  ['electricity company', 'شركة كهرباء كويل'],
  ['teachers’ union', 'نقابة المعلمين'],
  ['Forestry Office', 'مكتب الأحراج'],
  ['fire brigade', 'فوج الإطفاء'],
])('“%s” and “%s” can be one body', (one, other) => {
  expect([sameInstitution(one, other), sameInstitution(other, one)]).toEqual([true, true]);
});

test.each([
  ['Health Ministry', 'Interior Ministry'],
  ['Quillport police', 'Low Orse police'],
  ['شرطة كويل', 'Low Orse police'],
  ['Sound Truce Observatory', 'مرصد كويل للهدنة'],
  ['fire brigade', 'police'],
  ['Una Pell', 'Bo Marsh'],
])('“%s” and “%s” cannot', (one, other) => {
  expect(sameInstitution(one, other)).toBe(false);
});

test('a name that tells its kind alone is told from one that tells more', () => {
  expect(onlyKind('city police')).toBe('police');
  expect(onlyKind('Quillport police')).toBeUndefined();
  expect(onlyKind('Town Council')).toBeUndefined();
});

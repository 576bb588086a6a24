import { describe, expect, test } from 'vitest';
import { bareKind, isOfKind, sameName } from './same-name.ts';

describe('two names are one', () => {
  test.each([
    ['in the order of their words', 'Health Ministry', 'Ministry of Health'],
    ['by office and body', 'Health Minister', 'وزارة الصحة'],
    ['by initials', 'Sound Truce Observatory', 'STO'],
    ['by initials in Arabic', 'شبكة كويل للمفقودين', 'شكم'],
    ['in short, where the kind stays', 'Quill Directorate', 'Quill Valley Health Directorate'],
    ['by the last word', 'Ledger', 'The Quill Ledger'],
    ['by sound', 'The Quill Ledger', 'كويل ليدجر'],
    ['by sound in one word or two', 'Tide Wire', 'تايدواير'],
    ['by translation', 'Voice of the Valley', 'صوت الوادي'],
    ['by both', 'Quill Ceasefire Observatory', 'مرصد كويل لوقف إطلاق النار'],
    ['without what says only that somebody publishes', 'Basin Press Agency', 'وكالة باسين للأنباء'],
  ])('%s: “%s”, “%s”', (_, one, other) => {
    expect([sameName(one, other), sameName(other, one)]).toEqual([true, true]);
  });

  test.each([
    ['Eastern Health Directorate', 'Western Health Directorate'],
    ['Health Ministry', 'Interior Ministry'],
    ['Quill Ledger', 'Quill General'],
    ['Council', 'Provisional Council'],
    ['Mawja', 'سحابة'],
    ['وزارة الصحة', 'Interior Ministry'],
    ['The Quill Courier', 'الشركة القرار'],
    ['Tidewire', 'Sawt al-Idara'],
    ['تايدواير', 'Sawt al-Idara'],
  ])('and not “%s” and “%s”', (one, other) => {
    expect([sameName(one, other), sameName(other, one)]).toEqual([false, false]);
  });
});

test('a kind alone is told from a name of that kind', () => {
  expect([bareKind('the Council'), bareKind('المرصد'), bareKind('Provisional Council')]).toEqual([
    'council',
    'observatory',
    undefined,
  ]);
  expect([isOfKind('Provisional Council', 'council'), isOfKind('Quill Ledger', 'council')]).toEqual([true, false]);
});

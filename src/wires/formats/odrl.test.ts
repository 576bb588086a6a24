import { describe, expect, test } from 'vitest';
import { freeTerms } from '../terms.ts';
import { readPolicy } from './odrl.ts';

const read = (rules: object) =>
  readPolicy(JSON.stringify({ '@context': 'http://www.w3.org/ns/odrl.jsonld', ...rules }), 'Halyard');
const use = (leftOperand: string, operator: string, rightOperand: unknown) => ({
  action: 'odrl:distribute',
  constraint: [{ leftOperand, operator, rightOperand }],
});

describe('a policy in RightsML', () => {
  test('that allows everything says nothing', () => {
    expect(read({ permission: [{ action: 'distribute' }] })).toBeNull();
    expect(read({})).toBeNull();
  });

  test('prohibits to cite, by a use of ours that has no condition', () => {
    expect(read({ prohibition: [{ action: 'http://www.w3.org/ns/odrl/2/distribute' }] })).toEqual({
      ...freeTerms,
      internal: true,
    });
    expect(read({ prohibition: [{ action: 'print' }] })).toBeNull();
    expect(read({ prohibition: { action: ['archive'] } })).toEqual({ ...freeTerms, noCopy: true });
  });

  test('ends: what is allowed before a time, or prohibited from it on', () => {
    const end = { ...freeTerms, until: '2026-12-01T00:00:00Z' };
    const instant = { '@value': '2026-12-01T00:00:00Z', '@type': 'xsd:dateTime' };
    expect(read({ permission: [use('dateTime', 'lt', instant)] })).toEqual(end);
    expect(read({ prohibition: [use('dateTime', 'odrl:gteq', instant)] })).toEqual(end);
    expect(read({ permission: [use('dateTime', 'gt', instant)] })).toEqual({ ...freeTerms, from: end.until });
  });

  test('excludes places and media', () => {
    const place = 'https://cvx.iptc.org/iso3166-1a3/DEU';
    expect(read({ prohibition: [use('spatial', 'eq', { '@id': place })] })).toMatchObject({ notIn: ['DEU'] });
    expect(read({ permission: [use('spatial', 'neq', place)] })).toMatchObject({ notIn: ['DEU'] });
    expect(read({ permission: [use('spatial', 'eq', place)] })).toMatchObject({ notIn: ['every place but DEU'] });
    expect(read({ prohibition: [use('media', 'eq', 'print')] })).toBeNull();
    expect(read({ prohibition: [use('media', 'eq', 'online')] })).toMatchObject({ internal: true });
    expect(read({ permission: [use('media', 'eq', 'print')] })).toMatchObject({ internal: true });
    expect(read({ permission: [use('media', 'eq', ['print', 'web'])] })).toBeNull();
  });

  test('asks for a credit', () => {
    const policy = { permission: [{ action: 'distribute', duty: [{ action: 'attribute' }] }] };
    expect(read(policy)).toEqual({ ...freeTerms, credit: 'Halyard' });
    expect(readPolicy(JSON.stringify(policy), null)?.unread).toEqual(['duty to credit, without the words of it']);
  });

  test('says by name what is left to an editor', () => {
    expect(read({ permission: [use('recipient', 'eq', 'gold')] })?.unread).toEqual([
      'permission of distribute, recipient',
    ]);
    const both = {
      action: 'use',
      constraint: [...use('spatial', 'eq', 'DEU').constraint, ...use('dateTime', 'gt', '2026-12-01').constraint],
    };
    expect(read({ prohibition: [both] })).toEqual({ ...freeTerms, unread: ['prohibition of use, spatial, dateTime'] });
    expect(read({ permission: [use('spatial', 'eq', 'DEU'), use('spatial', 'eq', 'FRA')] })).toEqual({
      ...freeTerms,
      unread: ['2 permissions with conditions'],
    });
    expect(readPolicy('{"permission": [', 'Halyard')?.unread).toEqual(['a policy that is no JSON or XML']);
  });

  test('is read as XML too', () => {
    const xml = `<o:Policy xmlns:o="http://www.w3.org/ns/odrl/2/" uid="urn:p" type="http://www.w3.org/ns/odrl/2/Set">
      <o:permission><o:action name="http://www.w3.org/ns/odrl/2/distribute"/>
        <o:constraint name="http://www.w3.org/ns/odrl/2/dateTime" operator="http://www.w3.org/ns/odrl/2/lt" rightOperand="2026-12-01T00:00:00Z"/>
        <o:duty><o:action name="http://www.w3.org/ns/odrl/2/attribute"/></o:duty></o:permission>
      <o:prohibition><o:action name="http://www.w3.org/ns/odrl/2/archive"/></o:prohibition></o:Policy>`;
    expect(readPolicy(xml, 'Halyard')).toEqual({
      ...freeTerms,
      until: '2026-12-01T00:00:00Z',
      credit: 'Halyard',
      noCopy: true,
    });
  });
});

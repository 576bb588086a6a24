import { expect, test } from 'vitest';
import { readXml } from './read-xml.ts';
import { baseOf, elementsOf, innerHtml, textOf } from './xml-element.ts';

const first = (source: string) => {
  const found = elementsOf(readXml(source))[0];
  if (!found) throw new Error('no element');
  return found;
};

test('reads names, namespaces, attributes, text and sections', () => {
  const root = first(
    '<?xml version="1.0"?><!-- x --><a:r xmlns:a="urn:a" b="1 &lt; 2"><c xmlns="urn:c">x<![CDATA[<&]]>&eacute;</c></a:r>',
  );
  expect([root.prefix, root.name, root.namespace, root.attributes.get('b')]).toEqual(['a', 'r', 'urn:a', '1 < 2']);
  expect([elementsOf(root)[0]?.namespace, textOf(root)]).toEqual(['urn:c', 'x<&é']);
});

test('mends what was written wrongly', () => {
  expect(textOf(first('<r>a & b < c &bogus; </x>d<b>e</r>after'))).toBe('a & b < c &bogus; de');
  expect(first("<r a=1 b='2' c>x").attributes.get('b')).toBe('2');
  expect(textOf(first('<r><![CDATA[open'))).toBe('open');
});

test('resolves no entity that a document declares', () => {
  const bomb = `<!DOCTYPE r [<!ENTITY a "x"><!ENTITY b SYSTEM "file:///etc/passwd">]><r>&a;&b;</r>`;
  expect(textOf(first(bomb))).toBe('&a;&b;');
});

test('reads on past its depth without the tags, and stops at its number of elements', () => {
  expect(textOf(readXml(`${'<a>'.repeat(100_000)}deep`))).toBe('deep');
  expect(elementsOf(readXml('<a/>'.repeat(50), { maxElements: 10 }))).toHaveLength(10);
});

test('ends an element that cannot nest, and a text that was not closed', () => {
  const source = '<c><i><t>one<l>two</l><i>three</c>';
  const limits = {
    neverNested: new Set(['i']),
    leaves: { names: new Set(['t']), ends: new Set(['l']) },
  };
  const [channel] = elementsOf(readXml(source, limits));
  expect(channel && elementsOf(channel).map((item) => elementsOf(item).map(textOf))).toEqual([['one', 'two'], []]);
});

test('writes the inside of an element as HTML', () => {
  expect(innerHtml(first('<r><x:p xmlns:x="h" x:y="1" class="k">a &lt; b<br/></x:p></r>'))).toBe(
    '<p class="k">a &lt; b<br /></p>',
  );
});

test('completes xml:base from the outside in', () => {
  const root = first('<a xml:base="http://a.example/b/"><c xml:base="d/">x</c></a>');
  const inner = elementsOf(root)[0];
  expect(inner && baseOf(inner, null)).toBe('http://a.example/b/d/');
});

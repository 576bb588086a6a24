import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { applyRules, hidesPage, readHidingRules, rulesFor } from './withdrawn-by-script.ts';

const path = '/gorvan/articles/2026/03/04/a-crane-falls.html';

const page = `<main><table class="meta"><tr><td>By <a href="x">Perrin Holt</a></td><td>March 4</td></tr></table>
<div class="author" id="bio"><h3><a href="x">Perrin Holt</a></h3><p>Perrin lives here.</p><p>And works.</p></div></main>`;

/** What is left of a page's text when a script was read and obeyed. */
function left(script: string, asked = path): string {
  const { document } = parseHTML(`<html><body>${page}</body></html>`);
  applyRules(rulesFor(readHidingRules(script), asked), document.body);
  return (document.body.textContent ?? '').replace(/\s+/gu, ' ').trim();
}

describe('readHidingRules', () => {
  it('hides, replaces and removes what a script hides, replaces and removes on one page', () => {
    const script = `
      if (window.location.pathname == '${path}') {
        document.querySelector('table.meta td:first-child').style.display = 'none';
        document.querySelector('.author h3 a').innerHTML = 'A Docker';
        document.querySelectorAll('.author p').forEach((e) => e.remove())
      }`;
    expect(left(script)).toBe('March 4 A Docker');
    expect(left(script, '/gorvan/articles/2026/03/05/another.html')).toContain('Perrin Holt');
  });

  it.each([
    [
      'strict equality, double quotes, and else',
      `if (location.pathname === "${path}") { document.querySelector(".author").remove(); } else if (location.pathname === "/y") { x() }`,
    ],
    [
      'the value first',
      `if ('${path}' == window.location.pathname) document.querySelector('.author').style.display = "none";`,
    ],
    [
      'the end of the path',
      `if (window.location.pathname.endsWith('/a-crane-falls.html')) { document.querySelector('.author').hidden = true }`,
    ],
    [
      'a part of the path',
      "if (location.href.includes(`a-crane-falls`)) { document.querySelector('.author').style.visibility = 'hidden' }",
    ],
    ['indexOf', `if (window.location.pathname.indexOf('a-crane') > -1) { document.getElementById('bio').remove() }`],
    [
      'one of several paths',
      `if (location.pathname == '/other' || location.pathname == '${path}') { document.getElementsByClassName('author')[0].remove() }`,
    ],
    [
      'a list of paths',
      `if (['/other', '${path}'].includes(location.pathname)) { document.querySelector('.author').outerHTML = '' }`,
    ],
    [
      'a variable',
      `if (location.pathname == '${path}') {\n  let box = document.querySelector('.author')\n  box.style.display = 'none'\n}`,
    ],
    [
      'a loop',
      `if (location.pathname == '${path}') { for (const e of document.querySelectorAll('.author')) { e.remove() } }`,
    ],
    [
      'a function around it',
      `window.onload = function () { if (location.pathname == '${path}') { document.querySelector('.author').remove() } }`,
    ],
    [
      'the address in full',
      `if (window.location.href == 'https://mirror.example${path}') { document.querySelector('.author').remove() }`,
    ],
    [
      'another test within',
      `if (location.pathname == '${path}') { if (document.querySelector('.author')) { document.querySelector('.author').remove() } }`,
    ],
  ])('reads %s', (_, script) => {
    expect(left(script)).toBe('By Perrin HoltMarch 4');
  });

  it('knows a page by its path with and without .html, its days in one digit or two', () => {
    const script = `if (location.pathname == '/gorvan/articles/2026/3/4/a-crane-falls') { document.querySelector('.author').remove() }`;
    expect(left(script)).not.toContain('lives here');
  });

  it('takes rules for all pages, comments and strings for no withdrawal', () => {
    const script = `
      document.querySelectorAll('.author').forEach((e) => { e.style.display = 'none' });
      // if (location.pathname == '${path}') { document.querySelector('.author').remove() }
      /* if (location.pathname == '${path}') { document.querySelector('.author').remove() } */
      var x = "if (location.pathname == '${path}') { document.querySelector('.author').remove() }";
      if (x == 1) { document.querySelector('.author').remove() }`;
    expect(left(script)).toContain('Perrin Holt');
  });

  it('says when a whole page is hidden, and when more is done to bylines than is understood', () => {
    const [whole] = readHidingRules(
      `if (location.pathname == '/gorvan/contributor/perrin-holt.html') { document.body.style.display = 'none' }`,
    );
    expect(whole && hidesPage(whole)).toBe(true);
    const [odd] = readHidingRules(`if (location.pathname == '${path}') { scramble('.author h3') }`);
    expect(odd).toMatchObject({ unclear: true, deeds: [] });
  });

  it('ends on scripts that never do', () => {
    for (const script of [
      'if ('.repeat(50_000),
      `if (location.pathname == '${path}') {${'{'.repeat(50_000)}`,
      `'${'\\'.repeat(99_999)}`,
      '/*'.repeat(50_000),
    ]) {
      expect(readHidingRules(script)).toEqual([]);
    }
  }, 20_000);
});

import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { insertImportedPiece, type PieceContent } from '#pieces/pieces.ts';
import { savePublication } from '#publications/publications.ts';
import { describeOnBothEngines } from '../../tests/support/engines.ts';
import { loadSampleArchive, sampleArchive } from '../../tests/support/sample-archive.ts';
import { renderPath } from './render-path.ts';
import { sampleSite } from './sample-views.ts';

const at = '2026-11-20T09:00:00.000Z';

describeOnBothEngines('special projects, sponsors and shared pieces', (open) => {
  async function archive() {
    const database = await open();
    await loadSampleArchive(database, { rights: { owner: 'The Gorvan Trust', allows: 'Free with credit.' } });
    const page = (path: string) => renderPath(database.read, sampleSite, path);
    const document = async (path: string) => {
      const { status, body } = await page(path);
      expect([path, status]).toEqual([path, 200]);
      return parseHTML(body).document as unknown as Document;
    };
    const save = (publication: string, path: string, content: Partial<PieceContent>, id = path) =>
      database.write((tx) =>
        insertImportedPiece(
          tx,
          {
            id: `pc_${id.slice(-8)}`,
            publication,
            kind: content.kind ?? 'article',
            lang: 'en',
            path,
            dated: '2017-05-01',
            translationOf: null,
          },
          {
            ...{ version: 1, kind: 'article', lang: 'en', title: 'A title', lede: '', blocks: [] },
            ...{ recommendedReads: [], topImage: null, topics: [], ...content },
          },
          { by: 'import', at },
          { revision: 1, live: true, firstPublishedAt: null, modifiedAt: null },
        ),
      );
    return { database, page, document, save };
  }

  test('a project is listed in the masthead and gathers its pieces in its own order', async () => {
    const { document } = await archive();
    const list = await document('/gorvan/projects');
    expect(list.querySelector('nav [aria-current=page]')?.textContent).toBe('Special projects');
    expect(list.querySelector('.cards h3 a')?.getAttribute('href')).toBe('/gorvan/projects/the-mole');
    const project = await document('/gorvan/projects/the-mole');
    expect([...project.querySelectorAll('.members h3')].map((title) => title.textContent)).toEqual([
      'The Harbour Office Answers',
      'The Ferry, Explained',
    ]);
    expect(project.querySelector('.dateline')?.textContent).not.toContain('Read time');
  });

  test('a piece says which part of a project it is, and leads to the one after it', async () => {
    const { document, save } = await archive();
    await save('gorvan', 'articles/2017/05/01/stone', { series: [{ slug: 'walls', title: 'Walls' }] });
    await save('gorvan', 'projects/walls', {
      kind: 'project',
      title: 'All Walls',
      members: ['articles/2017/05/01/stone', 'background/the-ferry'],
    });
    const part = (await document('/gorvan/articles/2017/05/01/stone')).querySelector('.series');
    expect(part?.querySelector('h2')?.textContent).toBe('Part of a special project');
    expect(part?.textContent).toContain('Part 1 of 2');
    expect([...(part?.querySelectorAll('a') ?? [])].map((link) => link.getAttribute('href'))).toEqual([
      '/gorvan/projects/walls',
      '/gorvan/background/the-ferry',
    ]);
  });

  test('a piece of a series and of a project says each under a heading of its own', async () => {
    const { document, save } = await archive();
    const series = ['walls', 'quays'].map((slug) => ({ slug, title: slug }));
    await save('gorvan', 'articles/2017/05/01/stone', { series });
    const members = ['articles/2017/05/01/stone'];
    await save('gorvan', 'projects/walls', { kind: 'project', title: 'All Walls', members });
    await save('gorvan', 'series/quays', { kind: 'series', title: 'All Quays', members });
    const parts = (await document('/gorvan/articles/2017/05/01/stone')).querySelectorAll('.series');
    const said = [...parts].map((part) => [
      part.querySelector('h2')?.textContent,
      part.querySelector('a')?.textContent,
    ]);
    expect(new Set(said.map(String))).toEqual(
      new Set(['Part of a special project,All Walls', 'Part of a series,All Quays']),
    );
  });

  test('what a publication says of itself carries no mark, and its own reporting does', async () => {
    const { document, save } = await archive();
    const sentences = [{ id: 's1', text: 'We saw the bridge.', basis: { kind: 'own' as const } }];
    const blocks = [{ type: 'paragraph' as const, id: 'p1', sentences }];
    await save('gorvan', 'articles/2017/05/01/stone', { blocks });
    await save('gorvan', 'independence', { kind: 'page', blocks });
    expect((await document('/gorvan/articles/2017/05/01/stone')).querySelectorAll('.told sup')).toHaveLength(1);
    const page = await document('/gorvan/independence');
    expect(page.querySelector('.told')?.textContent).toBe('We saw the bridge.');
    expect(page.querySelectorAll('.told sup')).toHaveLength(0);
  });

  test('who paid is said before the title, in lists, feeds and data, and nobody is offered the text to republish', async () => {
    const { document, page } = await archive();
    const lead = (await document('/gorvan/projects/the-mole')).querySelector('.lead');
    expect(lead?.querySelector('.sponsor')?.textContent).toBe('Sponsored by The Stone Fund');
    expect(lead?.querySelector('.sponsor a')?.getAttribute('rel')).toBe('sponsored nofollow');
    const order = [...(lead?.querySelectorAll('.sponsor, h1') ?? [])].map(({ tagName }) => tagName);
    expect(order).toEqual(['P', 'H1']);
    expect((await document('/gorvan/projects')).querySelector('.card .sponsor')?.textContent).toBe(
      'Sponsored by The Stone Fund',
    );
    expect((await document('/gorvan/articles')).querySelector('.sponsor')).toBeNull();
    for (const file of ['rss.xml', 'atom.xml', 'feed.json']) {
      const { body } = await page(`/gorvan/projects/${file}`);
      expect(body).toMatch(/(?:description|summary)"?[ >:a-z="]*Sponsored by The Stone Fund\. A year/u);
    }
    expect(JSON.parse((await page('/gorvan/projects/the-mole.json')).body)).toMatchObject({
      sponsor: { name: 'The Stone Fund', url: 'https://stone.example/' },
    });
    const paid = (await document('/gorvan/projects/the-mole')).querySelector('script')?.textContent ?? '';
    expect(JSON.parse(paid)).toMatchObject({ '@type': ['CollectionPage'], sponsor: { name: 'The Stone Fund' } });
  });

  test('a sponsor’s address that is no web address is no link, and its name is text', async () => {
    const { document, save } = await archive();
    const sponsor = { name: '<img src=x onerror=alert(1)>', url: 'javascript:alert(1)', label: 'Paid for by' };
    await save('gorvan', 'articles/2017/05/01/paid', { sponsor });
    const label = (await document('/gorvan/articles/2017/05/01/paid')).querySelector('.lead .sponsor');
    expect(label?.textContent).toBe(`Paid for by ${sponsor.name}`);
    expect(label?.querySelector('a, img')).toBeNull();
    expect((await document('/gorvan/articles/2017/05/01/paid')).querySelector('.onward a[href$=republish]')).toBeNull();
  });

  test('a piece in two publications names the first, whose address is the one of record', async () => {
    const { database, document, save } = await archive();
    await database.write((tx) => savePublication(tx, { ...sampleArchive, slug: 'quayside', name: 'Quayside' }, at));
    const path = 'articles/2017/05/01/both';
    await save('quayside', path, {}, 'first001');
    const sharedFrom = { publication: 'quayside', path };
    await save('gorvan', path, { sharedFrom }, 'second02');
    const unlisted = await document(`/gorvan/${path}`);
    expect(unlisted.body.textContent).not.toContain('First published in');
    await database.write((tx) =>
      savePublication(
        tx,
        { ...sampleArchive, slug: 'quayside', name: 'Quayside', listed: true, rights: { owner: 'Q', allows: 'All' } },
        at,
      ),
    );
    const shown = await document(`/gorvan/${path}`);
    expect(shown.querySelector(`.lead a[href="/quayside/${path}"]`)?.textContent).toBe('Quayside');
    expect(shown.querySelector('link[rel=canonical]')?.getAttribute('href')).toBe(
      `${sampleSite.origin}/quayside/${path}`,
    );
  });
});

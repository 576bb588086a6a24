import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import sharp from 'sharp';

/** The address that the mirrored site stood under. */
export const mirroredSite = 'https://www.quay-courier.example';

const streets = ['Salt Quay', 'Rope Walk', 'Lantern Steps', 'Tar Lane', 'Bell Row'];
const people = ['Oona Firth', 'Tam Corrie', 'Isla Merrow'];

/** Where the n-th article stood, without the slash at the start. */
export function articlePath(n: number): string {
  const day = String(1 + (n % 28)).padStart(2, '0');
  const month = String(1 + (n % 12)).padStart(2, '0');
  return `2019/${month}/${day}/harbour-notes-${n}`;
}

/** Writes a mirror of an invented site as HTTrack leaves one: its articles, a front page, style, script, and one held picture. */
export async function writeMirror(folder: string, articles: number): Promise<void> {
  const write = async (name: string, text: string | Uint8Array) => {
    const file = join(folder, name);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  };
  const picture = { create: { width: 900, height: 500, channels: 3 as const, background: { r: 30, g: 90, b: 130 } } };
  await write('pictures/quay.png', await sharp(picture).png().toBuffer());
  await write('site.css', 'body { color: #222 }');
  await write('site.js', 'document.title = "changed"');
  for (let n = 0; n < articles; n += 1) await write(`${articlePath(n)}.html`, articlePage(n));
  const links = Array.from(
    { length: articles },
    (_, n) => `<li><a href="${articlePath(n)}.html">Harbour notes, part ${n}</a></li>`,
  );
  await write('index.html', frame('The Quay Courier', '', `<h1>The Quay Courier</h1><ul>${links.join('')}</ul>`));
}

function articlePage(n: number): string {
  const author = people[n % people.length] ?? '';
  const street = streets[n % streets.length] ?? '';
  const address = `${mirroredSite}/${articlePath(n)}`;
  const facts = {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: `Harbour notes, part ${n}`,
    author: { '@type': 'Person', name: author },
    datePublished: `2019-${articlePath(n).slice(5, 7)}-${articlePath(n).slice(8, 10)}T09:30:00Z`,
  };
  const body = `<article><h1>Harbour notes, part ${n}</h1><p class="byline">By ${author}</p>
<figure><img src="../../../../pictures/quay.png" alt="The quay at low water"><figcaption>The quay at low water.</figcaption></figure>
<p>The harbour office counted ${100 + n} boats along ${street} this week, more than in any week since the storm, and asked the owners to move those that lie three deep before the spring tide.</p>
<p>According to <a href="https://tidewire.example/reports/${n}">Tidewire</a>, the dredger will be back on the ${1 + (n % 28)}th, and until then the northern channel stays closed to anything that draws more than two metres.</p>
<h2>What the pilots of ${street} say in week ${n}</h2>
<p>“Nobody has run aground on mark ${n} since it was moved,” said one of the pilots, who has worked this water for ${10 + n} weeks and keeps the log of every grounding.</p>
<p>The notes before part ${n} are <a href="../../../../${articlePath(Math.max(0, n - 1))}.html">here</a>.</p>
<p><img src="../../../../pictures/lost-${n}.jpg" alt="A chart of the northern channel"></p>
<script>alert(1)</script></article>`;
  return frame(
    `Harbour notes, part ${n}`,
    `<link rel="canonical" href="${address}"><script type="application/ld+json">${JSON.stringify(facts)}</script>`,
    body,
    address,
  );
}

function frame(title: string, head: string, body: string, address = `${mirroredSite}/`): string {
  const mirrored = `<!-- Mirrored from ${address.replace('https://', '')} by HTTrack Website Copier/3.x [XR&CO'2014], Mon, 06 Jan 2020 10:00:00 GMT -->`;
  return `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">${mirrored}<title>${title} – The Quay Courier</title>${head}<link rel="stylesheet" href="/site.css"></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/sign-in">Sign in</a></li></ul></nav>${body}
<div class="share">Share this on every network you have</div>
<footer><p>Sign up for our newsletter. Copyright The Quay Courier.</p></footer></body></html>`;
}

import { Buffer } from 'node:buffer';
import { expect, test } from 'vitest';
import { readReportFile } from './read-report-file.ts';

const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'utf8'));

/** The least PDF that says something. */
function pdf(words: string): Uint8Array {
  const stream = `BT /F1 12 Tf 72 700 Td (${words}) Tj ET`;
  const parts = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    '<< /Title (Situation note 46) /Author (Orrun Council) >>',
  ];
  let text = '%PDF-1.4\n';
  const offsets = parts.map((part, index) => {
    const at = text.length;
    text += `${index + 1} 0 obj\n${part}\nendobj\n`;
    return at;
  });
  const start = text.length;
  const table = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  text += `xref\n0 ${parts.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${parts.length + 1} /Root 1 0 R /Info 6 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return bytes(text);
}

test('a PDF gives its text, its title and who made it', async () => {
  expect(await readReportFile({ bytes: pdf('The bridge moved 35 millimetres.'), name: 'note.pdf' })).toMatchObject({
    title: 'Situation note 46',
    outlet: 'Orrun Council',
    body: 'The bridge moved 35 millimetres.',
  });
});

test('an e-mail gives its subject, who sent it, when, and its text, of HTML too', async () => {
  const mail = (body: string, type: string) =>
    bytes(
      `From: "Press office" <press@council.example>\r\nSubject: =?utf-8?B?${Buffer.from('Bridge: نعم').toString('base64')}?=\r\nDate: Fri, 20 Nov 2026 08:30:00 +0200\r\nContent-Type: ${type}; charset=utf-8\r\n\r\n${body}`,
    );
  expect(
    await readReportFile({ bytes: mail('It closes.\r\nFor nine days.', 'text/plain'), name: 'a.eml' }),
  ).toMatchObject({
    title: 'Bridge: نعم',
    outlet: 'Press office',
    body: 'It closes.\nFor nine days.',
    publishedAt: '2026-11-20T06:30:00.000Z',
  });
  const html = await readReportFile({
    bytes: mail('<p>It <b>closes</b>.</p><script>alert(1)</script>', 'text/html'),
    name: 'a.eml',
  });
  expect(html.body).toBe('It closes.');
});

test('a text is itself, and what is none of these is refused', async () => {
  expect(await readReportFile({ bytes: bytes('One.\r\n\r\n\r\n\r\nTwo.'), name: 'a.txt' })).toMatchObject({
    title: 'One.',
    body: 'One.\n\nTwo.',
  });
  await expect(readReportFile({ bytes: new Uint8Array([1, 0, 2]), name: 'a.bin' })).rejects.toThrow('no PDF');
  await expect(readReportFile({ bytes: bytes('%PDF-1.4 broken'), name: 'a.pdf' })).rejects.toThrow();
});

import { expect, test } from 'vitest';
import { decodeText } from './decode-text.ts';

const bytesOf = (text: string) => Uint8Array.from(text, (char) => char.charCodeAt(0));
const utf16 = (text: string, swap = false) => {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  [...text].forEach((char, at) => {
    view.setUint16(at * 2, char.charCodeAt(0), !swap);
  });
  return bytes;
};

test.each<[string, Uint8Array, string | null, string, string]>([
  [
    'a mark before anything else',
    Uint8Array.of(0xef, 0xbb, 0xbf, 0xc3, 0xa9),
    'text/xml; charset=iso-8859-1',
    'é',
    'utf-8',
  ],
  ['UTF-16 by its first bytes', utf16('<?xml?>é'), null, '<?xml?>é', 'utf-16le'],
  ['big-endian UTF-16', utf16('<a>é', true), null, '<a>é', 'utf-16be'],
  ['UTF-32 by its mark', Uint8Array.of(0, 0, 0xfe, 0xff, 0, 1, 0xf6, 0), null, '😀', 'utf-32be'],
  [
    'the header before the declaration',
    bytesOf('<?xml encoding="utf-8"?>\xe9'),
    'text/xml; charset=ISO-8859-1',
    '<?xml encoding="utf-8"?>é',
    'iso-8859-1',
  ],
  [
    'the declaration',
    bytesOf('<?xml version="1.0" encoding="windows-1256"?>\xc7'),
    null,
    '<?xml version="1.0" encoding="windows-1256"?>ا',
    'windows-1256',
  ],
  ['the meta of a page', bytesOf('<meta charset=koi8-r>\xc1'), 'text/html', '<meta charset=koi8-r>а', 'koi8-r'],
  ['UTF-8 unless told otherwise', bytesOf('\xc3\xa9'), null, 'é', 'utf-8'],
  ['windows-1252 when UTF-8 is a lie', bytesOf('it\x92s'), 'text/xml; charset=utf-8', 'it’s', 'windows-1252'],
  ['what is left when the label is unknown', bytesOf('\xc3\xa9'), 'text/xml; charset=nonsense', 'é', 'utf-8'],
  ['relabelled windows-1252 quotes', bytesOf('don\xc2\x92t'), null, 'don’t', 'utf-8'],
])('decodes by %s', (_, bytes, contentType, text, encoding) => {
  expect(decodeText(bytes, contentType)).toEqual({ text, encoding });
});

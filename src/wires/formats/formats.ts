import { parseJsonFeed } from '../parse-json-feed.ts';
import { parseXmlFeed } from '../parse-xml-feed.ts';
import { mail } from './mail.ts';
import { newsmlG2 } from './newsml-g2.ts';
import { ninjs } from './ninjs.ts';
import { nitf } from './nitf.ts';
import type { SourceFormat } from './source-format.ts';

const jsonFeed: SourceFormat = {
  name: 'json',
  recognises: ({ text }) => /^[{[]/.test(text),
  read: ({ text, url }) => parseJsonFeed(text, url),
};

/** RSS, RDF and Atom; what is none of them it names. */
const xmlFeed: SourceFormat = {
  name: 'rss',
  recognises: () => true,
  read: ({ text, url }) => parseXmlFeed(text, url),
};

/** Every format that reports are read from. The first that recognises a document reads it. */
export const formats: readonly SourceFormat[] = [newsmlG2, nitf, ninjs, mail, jsonFeed, xmlFeed];

import type { Importer, ImportFormat } from './importer.ts';

/** Every importer by its format, loaded when it is asked for. A new one is a module beside these and a line here. */
const importers: Record<ImportFormat, () => Promise<Importer>> = {
  newsdeeply: async () => (await import('./newsdeeply/newsdeeply.ts')).newsdeeply,
  wxr: async () => (await import('./wxr/wxr.ts')).wxr,
  ghost: async () => (await import('./ghost/ghost.ts')).ghost,
  warc: async () => (await import('./warc/warc.ts')).warc,
  wacz: async () => (await import('./wacz/wacz.ts')).wacz,
  html: async () => (await import('./html/html.ts')).html,
  feed: async () => (await import('./feed/feed.ts')).feed,
  daybook: async () => (await import('./daybook/daybook.ts')).daybook,
};

export function loadImporter(format: ImportFormat): Promise<Importer> {
  return importers[format]();
}

import type { Publication } from '#publications/publications.ts';

/** An outlet as `network.json` of the sample's world tells it. */
export interface SampleOutlet {
  name: string;
  nameAr?: string;
  kind: string;
}

/** The agencies and monitors among some outlets, in both scripts: what the sample's publications know of origins. */
export function originsAmong(outlets: SampleOutlet[]): Publication['knownOrigins'] {
  return outlets.flatMap(({ name, nameAr, kind }) =>
    kind === 'agency' || kind === 'monitor' ? [{ name, kind, ...(nameAr ? { also: [nameAr] } : {}) }] : [],
  );
}

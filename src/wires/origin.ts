export interface Origin {
  kind: 'agency' | 'monitor' | 'official' | 'outlet';
  name: string;
  evidence: string;
  start: number;
  end: number;
}

export function recogniseOrigins(_: {
  title: string;
  body: string;
  outlet: string;
  agency?: string | null;
  lang: string;
  known?: { name: string; kind: 'agency' | 'monitor' }[];
}): Origin[] {
  return [];
}

/** Who is quoted, and where among the sentences of a section. */
export interface Attribution {
  outlet: string;
  /** What readers are told of the outlet where it is first named: "state media". */
  descriptor?: string | null;
  /** The agency that it carries. */
  agency?: string | null;
  /** `also`: the outlet was quoted before; `added`: in the sentence just before, from earlier in the same report. */
  place?: 'first' | 'also' | 'added';
}

type Who = Pick<Required<Attribution>, 'outlet' | 'descriptor' | 'agency'>;

/** A quotation with who says it before it; an agency that is the outlet itself is not named twice. */
export function attribute(
  { outlet, descriptor = null, agency = null, place = 'first' }: Attribution,
  quotation: string,
  forms: { who: (who: Who) => string; first: (who: string) => string; also: (who: string) => string; added: string },
): string {
  if (place === 'added') return `${forms.added} ${quotation}`;
  const who = forms.who({ outlet, descriptor, agency: agency === outlet ? null : agency });
  return `${forms[place](who)} ${quotation}`;
}

/** "Gorvan Radio, state media, carrying Halyard," */
export function apposed(outlet: string, parts: (string | null)[]): string {
  const said = parts.filter((part) => part);
  return said.length === 0 ? outlet : `${[outlet, ...said].join(', ')},`;
}

/** "Gorvan Radio (state media; Halyard)" */
export function bracketed(outlet: string, parts: (string | null)[]): string {
  const said = parts.filter((part) => part);
  return said.length === 0 ? outlet : `${outlet} (${said.join('; ')})`;
}

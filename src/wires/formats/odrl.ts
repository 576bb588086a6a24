import { parseLooseDate } from '#lib/dates/parse-loose-date.ts';
import { readXml, type XmlElement } from '#lib/xml/read-xml.ts';
import { childrenCalled, elementsOf, textOf } from '#lib/xml/xml-element.ts';
import { freeTerms, strictest, type Terms, termsOrNull } from '../terms.ts';
import { asRecord, recordsIn } from './json-values.ts';

/** A rule of a policy in ODRL, the language of the IPTC's RightsML, by the last parts of its names. */
interface Rule {
  kind: 'permission' | 'prohibition';
  actions: string[];
  constraints: { left: string; operator: string; right: string[] }[];
  duties: string[];
}

/** What we do with a report: whoever prohibits one of these, prohibits to cite it. */
const uses = /^(?:use|distribute|display|present|publish|reproduce|share|extract|excerpt|derive|quote)$/i;
const most = 100;

/**
 * What a policy says, in JSON or XML as text; null where it says nothing that we could hold to. Only plain rules are read:
 * one action, one constraint. A rule that is not understood is named, for an editor to read. Never throws.
 * @param credit who has to be named where the policy asks for a credit
 */
export function readPolicy(written: string, credit: string | null): Terms | null {
  try {
    const text = written.trim();
    if (/^[{[]/.test(text)) return termsOf(jsonRules(JSON.parse(text)), credit);
    return text.startsWith('<') ? readXmlPolicy(elementsOf(readXml(text)), credit) : null;
  } catch {
    return termsOrNull({ ...freeTerms, unread: ['a policy that is no JSON or XML'] });
  }
}

/** The same of a policy that stands in a document as elements. */
export function readXmlPolicy(policies: XmlElement[], credit: string | null): Terms | null {
  return termsOf(policies.filter(({ name }) => /^policy$/i.test(name)).flatMap(xmlRules), credit);
}

function termsOf(rules: Rule[], credit: string | null): Terms | null {
  const granted = rules.filter(({ kind, actions }) => kind === 'permission' && actions.some((each) => uses.test(each)));
  // Of several permissions each is enough: which of them is ours only an editor can tell.
  const several = granted.length > 1 && granted.some(({ constraints }) => constraints.length > 0);
  const read = rules
    .slice(0, most)
    .map((rule) => termsOfRule(several && granted.includes(rule) ? { ...rule, constraints: [] } : rule, credit));
  if (several) read.push({ ...freeTerms, unread: [`${granted.length} permissions with conditions`] });
  return termsOrNull(read.reduce(strictest, freeTerms));
}

function termsOfRule(rule: Rule, credit: string | null): Terms {
  const { kind, actions, constraints, duties } = rule;
  const terms = structuredClone(freeTerms);
  const isUse = actions.some((action) => uses.test(action));
  const unread = `${kind} of ${[...actions, ...constraints.map(({ left }) => left)].join(', ')}`.slice(0, 120);
  if (kind === 'permission') for (const duty of duties) addDuty(terms, duty, credit);
  if (kind === 'prohibition' && actions.some((action) => /^archive$/i.test(action)) && constraints.length === 0)
    terms.noCopy = true;
  if (!isUse) return terms;
  if (constraints.length === 0) return { ...terms, internal: terms.internal || kind === 'prohibition' };
  const [constraint, another] = constraints;
  // Of several constraints all have to be met. A permission is narrowed by each of them; what a prohibition then leaves
  // open cannot be said in our words.
  if (!constraint || (another && kind === 'prohibition')) return { ...terms, unread: [unread] };
  for (const each of constraints) if (!addConstraint(terms, each, kind)) terms.unread.push(unread);
  return terms;
}

function addDuty(terms: Terms, duty: string, credit: string | null): void {
  if (/^(?:attribute|acknowledge)$/i.test(duty)) {
    if (credit !== null) terms.credit = credit;
    else terms.unread.push('duty to credit, without the words of it');
  } else if (/^inform$|^obtainConsent$|^compensate$|^reviewPolicy$/i.test(duty)) terms.unread.push(`duty to ${duty}`);
}

/** False: it is not understood. */
function addConstraint(terms: Terms, constraint: Rule['constraints'][number], kind: Rule['kind']): boolean {
  const { left, operator, right } = constraint;
  const negated = /^(?:neq|isNoneOf|neg)$/i.test(operator);
  const allowed = kind === 'permission';
  if (/^(?:dateTime|date)$/i.test(left)) {
    const instant = right[0] === undefined ? null : parseLooseDate(right[0]);
    const order = /^(lt|gt)/i.exec(operator)?.[1]?.toLowerCase();
    if (instant === null || order === undefined) return false;
    if ((order === 'lt') === allowed) terms.until = instant;
    else terms.from = instant;
    return true;
  }
  if (/^spatial(?:Coordinates)?$/i.test(left)) {
    if (!/^(?:eq|neq|isA|isPartOf|isAnyOf|isNoneOf|isAllOf|hasPart)$/i.test(operator) || right.length === 0)
      return false;
    const places = right.map(nameOf);
    if (negated === allowed) terms.notIn.push(...places);
    else terms.notIn.push(`every place but ${places.join(', ')}`);
    return true;
  }
  if (/^(?:media|deliveryChannel|channel)$/i.test(left)) {
    const isOnline = right.some((medium) => /^(?:online|web|internet|digital|website)$/i.test(nameOf(medium)));
    // What we make is read online alone.
    if ((negated === allowed) === isOnline) terms.internal = true;
    return true;
  }
  return false;
}

function jsonRules(value: unknown): Rule[] {
  const policy = asRecord(Array.isArray(value) ? value[0] : value) ?? {};
  return (['permission', 'prohibition'] as const).flatMap((kind) =>
    recordsIn(policy, kind).map((rule) => ({
      kind,
      actions: valuesOf(rule.action).map(nameOf),
      constraints: recordsIn(rule, 'constraint').map((each) => ({
        left: nameOf(valuesOf(each.leftOperand)[0] ?? 'several at once'),
        operator: nameOf(valuesOf(each.operator)[0] ?? ''),
        right: valuesOf(each.rightOperand),
      })),
      duties: recordsIn(rule, 'duty').flatMap((duty) => valuesOf(duty.action).map(nameOf)),
    })),
  );
}

/** The texts of a value of JSON-LD: alone, in a list, as `@value`, `@id` or `rdf:value`. */
function valuesOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.slice(0, most).flatMap(valuesOf);
  if (typeof value === 'string' || typeof value === 'number') return [String(value)];
  const record = asRecord(value);
  return record ? valuesOf(record['@value'] ?? record['@id'] ?? record['rdf:value'] ?? record.value ?? []) : [];
}

function xmlRules(policy: XmlElement): Rule[] {
  return (['permission', 'prohibition'] as const).flatMap((kind) =>
    childrenCalled(policy, kind).map((rule) => ({
      kind,
      actions: actionsIn(rule),
      constraints: childrenCalled(rule, 'constraint').map(({ attributes }) => ({
        left: nameOf(attributes.get('name') ?? 'several at once'),
        operator: nameOf(attributes.get('operator') ?? ''),
        right: (attributes.get('rightOperand') ?? attributes.get('rightoperand') ?? '').split(/\s+/).filter(Boolean),
      })),
      duties: childrenCalled(rule, 'duty').flatMap(actionsIn),
    })),
  );
}

function actionsIn(rule: XmlElement): string[] {
  return childrenCalled(rule, 'action').map((action) => nameOf(action.attributes.get('name') ?? textOf(action)));
}

/** The last part of a name with a scheme before it: `http://www.w3.org/ns/odrl/2/distribute`, `odrl:distribute`. */
function nameOf(written: string): string {
  return written
    .trim()
    .replace(/^.*[:/#](?=[^:/#])/, '')
    .slice(0, 120);
}

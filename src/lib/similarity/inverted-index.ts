import { createHashRows } from './hash-rows.ts';
import type { SparseVector } from './sparse-vector.ts';

/** Documents by term, for finding the ones most like a vector without reading all of them. Numbers of documents only rise. */
export interface InvertedIndex {
  add(document: number, vector: SparseVector): void;
  /** Scalar products with every document that shares a term, documents below `oldest` left out, best first, at most `most`. */
  nearest(vector: SparseVector, most: number): { document: number; score: number }[];
  /** Forgets the documents numbered below this one. */
  forgetBelow(document: number): void;
}

/** A term's postings are a chain, from the latest back: each has its document, the term's weight there, and the one before it. */
function makePostings(length: number) {
  return {
    documents: new Int32Array(length),
    weights: new Float32Array(length),
    terms: new Int32Array(length),
    before: new Int32Array(length),
  };
}

const NONE = -1;

export function createInvertedIndex(): InvertedIndex {
  const rows = createHashRows();
  let latest = new Int32Array(1024);
  let postings = makePostings(1024);
  let used = 0;
  let scores = new Float64Array(1024);
  let next = 0;
  let oldest = 0;
  let forgotten = 0;
  let live = 0;

  function widen(): void {
    const { documents, weights, terms, before } = postings;
    postings = makePostings(documents.length * 2);
    postings.documents.set(documents);
    postings.weights.set(weights);
    postings.terms.set(terms);
    postings.before.set(before);
  }

  function addPosting(document: number, term: number, weight: number): void {
    let row = rows.find(term);
    if (row < 0) {
      row = rows.add(term);
      if (row >= latest.length) {
        const wider = new Int32Array(latest.length * 2);
        wider.set(latest);
        latest = wider;
      }
      latest[row] = NONE;
    }
    if (used === postings.documents.length) widen();
    postings.documents[used] = document;
    postings.weights[used] = weight;
    postings.terms[used] = term;
    postings.before[used] = latest[row] ?? NONE;
    latest[row] = used++;
  }

  // Forgotten postings are swept out in one pass over all once they outnumber the live ones: a fixed cost per document.
  function sweep(): void {
    const { documents, weights, terms } = postings;
    const all = used;
    rows.clear();
    used = 0;
    for (let at = 0; at < all; at++) {
      const document = documents[at] ?? 0;
      if (document >= oldest) addPosting(document, terms[at] ?? 0, weights[at] ?? 0);
    }
  }

  return {
    add(document, { ids, weights }) {
      live++;
      next = document + 1;
      for (let i = 0; i < ids.length; i++) addPosting(document, ids[i] ?? 0, weights[i] ?? 0);
    },
    nearest(vector, most) {
      const span = next - oldest;
      if (scores.length < span) scores = new Float64Array(span * 2);
      else scores.fill(0, 0, span);
      const { documents, weights, before } = postings;
      for (let i = 0; i < vector.ids.length; i++) {
        const row = rows.find(vector.ids[i] ?? 0);
        if (row < 0) continue;
        const weight = vector.weights[i] ?? 0;
        for (let at = latest[row] ?? NONE; at !== NONE; at = before[at] ?? NONE) {
          const place = (documents[at] ?? NONE) - oldest;
          if (place < 0) break;
          scores[place] = (scores[place] ?? 0) + weight * (weights[at] ?? 0);
        }
      }
      return best(scores, span, most).map((place) => ({ document: oldest + place, score: scores[place] ?? 0 }));
    },
    forgetBelow(document) {
      if (document <= oldest) return;
      forgotten += document - oldest;
      live -= document - oldest;
      oldest = document;
      if (forgotten > live) {
        sweep();
        forgotten = 0;
      }
    },
  };
}

/** The places of the highest scores above 0, best first, equal ones in order of place; one pass, at most `most` held. */
function best(scores: Float64Array, span: number, most: number): number[] {
  const places: number[] = [];
  let worst = 0;
  for (let place = 0; place < span; place++) {
    const score = scores[place] ?? 0;
    if (score <= worst) continue;
    let at = places.length;
    while (at > 0 && (scores[places[at - 1] ?? 0] ?? 0) < score) at--;
    places.splice(at, 0, place);
    if (places.length > most) places.pop();
    if (places.length === most) worst = scores[places[most - 1] ?? 0] ?? 0;
  }
  return places;
}

import type { SparseVector } from './sparse-vector.ts';

/** Documents by term, for finding the ones most like a vector without reading all of them. Numbers of documents only rise. */
export interface InvertedIndex {
  add(document: number, vector: SparseVector): void;
  /** Scalar products with every document that shares a term, documents below `oldest` left out, best first, at most `most`. */
  nearest(vector: SparseVector, most: number): { document: number; score: number }[];
  /** Forgets the documents numbered below this one. */
  forgetBelow(document: number): void;
}

interface Postings {
  documents: number[];
  weights: number[];
}

export function createInvertedIndex(): InvertedIndex {
  const terms = new Map<number, Postings>();
  let scores = new Float64Array(1024);
  let next = 0;
  let oldest = 0;
  let forgotten = 0;
  let live = 0;

  // Dropped entries are swept out in one pass over all terms once they outnumber the live ones: a fixed cost per document.
  function sweep(): void {
    for (const [term, postings] of terms) {
      const { documents, weights } = postings;
      let from = 0;
      while (from < documents.length && (documents[from] ?? 0) < oldest) from++;
      if (from === documents.length) terms.delete(term);
      else if (from > 0) {
        documents.splice(0, from);
        weights.splice(0, from);
      }
    }
  }

  return {
    add(document, vector) {
      live++;
      next = document + 1;
      for (let i = 0; i < vector.ids.length; i++) {
        const id = vector.ids[i] ?? 0;
        let postings = terms.get(id);
        if (postings === undefined) {
          postings = { documents: [], weights: [] };
          terms.set(id, postings);
        }
        postings.documents.push(document);
        postings.weights.push(vector.weights[i] ?? 0);
      }
    },
    nearest(vector, most) {
      const span = next - oldest;
      if (scores.length < span) scores = new Float64Array(span * 2);
      else scores.fill(0, 0, span);
      for (let i = 0; i < vector.ids.length; i++) {
        const postings = terms.get(vector.ids[i] ?? 0);
        if (postings === undefined) continue;
        const { documents, weights } = postings;
        const weight = vector.weights[i] ?? 0;
        for (let j = documents.length - 1; j >= 0; j--) {
          const place = (documents[j] ?? -1) - oldest;
          if (place < 0) break;
          scores[place] = (scores[place] ?? 0) + weight * (weights[j] ?? 0);
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

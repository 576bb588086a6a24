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
  const scores = new Map<number, number>();
  let oldest = 0;
  let forgotten = 0;
  let live = 0;

  // Dropped entries are swept out in one pass over all terms once they outnumber the live ones: a fixed cost per document.
  function sweep(): void {
    for (const [term, postings] of terms) {
      const from = postings.documents.findIndex((document) => document >= oldest);
      if (from === -1) terms.delete(term);
      else if (from > 0) {
        postings.documents.splice(0, from);
        postings.weights.splice(0, from);
      }
    }
  }

  return {
    add(document, vector) {
      live++;
      for (const [i, id] of vector.ids.entries()) {
        let postings = terms.get(id);
        if (postings === undefined) terms.set(id, (postings = { documents: [], weights: [] }));
        postings.documents.push(document);
        postings.weights.push(vector.weights[i] ?? 0);
      }
    },
    nearest(vector, most) {
      scores.clear();
      for (const [i, id] of vector.ids.entries()) {
        const postings = terms.get(id);
        if (postings === undefined) continue;
        const weight = vector.weights[i] ?? 0;
        for (let j = postings.documents.length - 1; j >= 0; j--) {
          const document = postings.documents[j] ?? -1;
          if (document < oldest) break;
          scores.set(document, (scores.get(document) ?? 0) + weight * (postings.weights[j] ?? 0));
        }
      }
      const found = Array.from(scores, ([document, score]) => ({ document, score }));
      found.sort((a, b) => b.score - a.score || a.document - b.document);
      return found.slice(0, most);
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

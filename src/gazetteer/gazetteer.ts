/**
 * Places of the world with their names in both scripts, read from files that others publish.
 * Promises: reading a file again changes nothing; without one, nothing anywhere is different; what a text names is found by
 * its name alone, and the most populous place of a name is taken, which is a guess.
 */
export { type GazetteerImport, importGazetteer } from './import-gazetteer.ts';
export { GazetteerUnreadable, type Place } from './place.ts';
export { findPlaceFinder } from './place-finder.ts';
export type { NamedPlaces } from './placer.ts';

import type { SchemaStep } from '#platform/database/migrate.ts';
import { theWholePath } from './0001-the-whole-path.ts';
import { archivesComeHome } from './0002-archives-come-home.ts';
import { search } from './0003-search.ts';
import { readersWriteIn } from './0004-readers-write-in.ts';
import { pieceLabels } from './0005-piece-labels.ts';
import { countsOfReading } from './0006-counts-of-reading.ts';
import { pieceDevelopments } from './0008-piece-developments.ts';
import { projects } from './0009-projects.ts';
import { roles } from './0010-roles.ts';
import { listingIndexes } from './0014-listing-indexes.ts';
import { labelsInOrder } from './0021-labels-in-order.ts';
import { standsElsewhere } from './0022-stands-elsewhere.ts';
import { waysIn } from './0023-ways-in.ts';
import { auditLog } from './0024-audit.ts';
import { workTogether } from './0027-work-together.ts';
import { mediaLibrary } from './0028-media-library.ts';
import { sources } from './0032-sources.ts';
import { heldSources } from './0033-held-sources.ts';
import { storylines } from './0035-storylines.ts';
import { terms } from './0037-terms.ts';
import { places } from './0038-places.ts';
import { contributorContacts } from './0039-contributor-contacts.ts';
import { network } from './0040-network.ts';
import { nearest } from './0041-nearest.ts';

/** Every step of the schema, oldest first. Append; never edit one that has shipped. */
export const migrations: SchemaStep[] = [
  theWholePath,
  archivesComeHome,
  search,
  readersWriteIn,
  pieceLabels,
  countsOfReading,
  pieceDevelopments,
  projects,
  roles,
  listingIndexes,
  labelsInOrder,
  standsElsewhere,
  waysIn,
  auditLog,
  workTogether,
  mediaLibrary,
  sources,
  heldSources,
  storylines,
  terms,
  places,
  contributorContacts,
  network,
  nearest,
];

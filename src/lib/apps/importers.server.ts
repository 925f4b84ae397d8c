import type { Importers } from '../scenario/media';
import { importDocx } from './text/import.server';

/** What the desk's editors make of a scenario's office files. A kind without an importer is shown by its bytes alone. */
export const importers: Importers = {
  text: importDocx,
  sheet: () => Promise.resolve(undefined)
};

import { firstTables } from './001-first-tables';
import { juryAndPurge } from './002-jury-and-purge';
import { scenarioVersions } from './003-scenario-versions';
import { rehearsals } from './004-rehearsals';
import type { Migration } from './migration';

/** All steps of the schema, in order. A context that needs tables adds its file here, with the next number. */
export const migrations: readonly Migration[] = [firstTables, juryAndPurge, scenarioVersions, rehearsals];

import type { ReferentialVersion } from './referential';
import { secretaireAssistant2017 } from './secretaire-assistant-2017';

/** Every referential version that this build knows, newest last. */
export const referentialVersions: readonly ReferentialVersion[] = [secretaireAssistant2017];

/** The version of this identifier (`SA-2017`), or `null`. */
export const findReferential = (id: string): ReferentialVersion | null =>
  referentialVersions.find((version) => version.id === id) ?? null;

import { plural } from '../../kernel/format-fr';
import type { Blocker } from './record';

const NBSP = '\u00a0';

/** Why a copy holds the record back, in one sentence. */
export function blockerWords({ number, reason, count }: Blocker): string {
  const copy = `Copie n°${NBSP}${number}${NBSP}:`;
  switch (reason) {
    case 'running':
      return `${copy} l’épreuve n’est pas terminée.`;
    case 'no-pair':
      return `${copy} il faut deux jurés pour la corriger.`;
    case 'to-mark':
      return `${copy} ${plural(count, 'appréciation')} à donner, les deux jurés réunis.`;
    case 'to-seal':
      return `${copy} les appréciations ne sont pas toutes scellées.`;
    case 'to-agree':
      return count > 0
        ? `${copy} ${plural(count, 'critère')} à accorder.`
        : `${copy} l’accord n’est pas confirmé par les deux jurés.`;
  }
}

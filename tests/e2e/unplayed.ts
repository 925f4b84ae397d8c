import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

const FOLDER = join(import.meta.dirname, '../../scenarios/verdelis-decouverte');
/** Shorter pieces of text are ordinary words that may be anywhere. */
const TELLING = 18;
interface Beat {
  readonly id: string;
}
interface Task {
  readonly reponse?: unknown;
  readonly attendus?: unknown;
}
interface Source {
  readonly deroule: readonly Beat[];
  readonly taches: readonly Task[];
}

/**
 * The lines of the scenario and of its grid that a candidate has no right to know while only the beats of `played` have
 * happened, without those that the subject itself says.
 */
export function secrets(played: readonly string[]): string[] {
  const text = readFileSync(join(FOLDER, 'scenario.yaml'), 'utf8');
  const source = parse(text) as Source & Record<string, unknown>;
  const grid = parse(readFileSync(join(FOLDER, 'grille.yaml'), 'utf8')) as unknown;
  const hidden = [
    ...source.deroule.filter(({ id }) => !played.includes(id)),
    ...source.deroule.flatMap((beat) => ('attendus' in beat ? [beat.attendus] : [])),
    ...source.taches.flatMap(({ reponse, attendus }) => [reponse, attendus]),
    grid
  ];
  const open = {
    ...source,
    deroule: source.deroule
      .filter(({ id }) => played.includes(id))
      .map((beat) => ({ ...beat, attendus: null })),
    taches: source.taches.map((task) => ({ ...task, reponse: null, attendus: null }))
  };
  const known = linesOf(open).join('\n');
  return [...new Set(hidden.flatMap(linesOf))].filter(
    (line) => line.length >= TELLING && !known.includes(line)
  );
}

/** Every line of every string, anywhere in a value. */
function linesOf(value: unknown): string[] {
  if (typeof value === 'string') return value.split('\n').map((line) => line.trim());
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(linesOf);
}

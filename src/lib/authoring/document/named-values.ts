import { listIn, mapIn, textIn, type Loose } from './loose';
import type { Path } from './yaml-edit';

/** What a scenario gives a name to. */
export type NameKind =
  | 'event'
  | 'outcome'
  | 'line'
  | 'choice'
  | 'task'
  | 'production'
  | 'expectation'
  | 'person'
  | 'piece'
  | 'message'
  | 'letter'
  | 'file'
  | 'folder'
  | 'calendar'
  | 'appointment'
  | 'client'
  | 'article'
  | 'sale';

/** A place of a file that names something declared elsewhere. */
export interface NamedValue {
  readonly path: Path;
  /** What the name may stand for: « courriel » names an event or a message of the decor. */
  readonly kinds: readonly NameKind[];
  readonly name: string;
  /** Of a line, a choice, an outcome: the event. Of a production: the task. */
  readonly within?: string;
  /** What is written there when the name becomes another. */
  readonly becomes: (name: string) => string;
}

/** Keys whose values are names, wherever they stand outside a pattern. */
const KEYS: Readonly<Record<string, readonly NameKind[]>> = {
  ...{ de: ['person'], par: ['person'], a: ['person'], cc: ['person'], pour: ['person'] },
  ...{ responsable: ['person'], personne: ['person'] },
  ...{ evenement: ['event'], donnee_par: ['event'], tache: ['task'], attendu: ['expectation'] },
  ...{ piece: ['piece'], pieces: ['piece'], audio: ['piece'], remet: ['piece'] },
  ...{ enveloppe: ['piece'], contenu: ['piece'], documents: ['file'], origine: ['sale'] },
  ...{ dossier: ['folder'], parent: ['folder'], calendriers: ['calendar'] },
  ...{ rendez_vous: ['appointment'], annule: ['appointment'], client: ['client'], article: ['article'] }
};
/** Keys whose values are names in what a candidate does: patterns, and steps of recorded runs. */
const FACT_KEYS: Readonly<Record<string, readonly NameKind[]>> = {
  ...{ a: ['person'], cc: ['person'], pour: ['person'], numero: ['person'], poste: ['person'] },
  ...{ avec: ['person'], appel: ['event'], visite: ['event'], annonce: ['event'], evenement: ['event'] },
  ...{ courriel: ['event', 'message'], reponse_a: ['event', 'message'], pli: ['event', 'letter'] },
  ...{ tache: ['task'], client: ['client'], calendriers: ['calendar'] }
};
/** Operators of a pattern that hold values, not texts to look for. */
const VALUES = new Set(['sauf', 'parmi', 'entre']);
const TEXTS = new Set(['contient', 'contient_tout']);

const same = (name: string): string => name;

/** Every place of a file's data that names something, in the order of the file. */
export const namedValuesIn = (value: unknown): readonly NamedValue[] => [...walk(value, [], 'plain', '')];

function* walk(value: unknown, path: Path, where: 'plain' | 'fact', event: string): Generator<NamedValue> {
  if (Array.isArray(value)) {
    for (const [at, item] of value.entries()) {
      const inScript = path.length === 1 && path[0] === 'deroule';
      yield* walk(item, [...path, at], where, inScript ? textIn(mapIn(item)['id']) : event);
    }
    return;
  }
  if (typeof value === 'string') {
    yield* named(value, path, where);
    return;
  }
  const map = mapIn(value);
  yield* together(map, path, event);
  const inside = where === 'fact' || typeof map['fait'] === 'string' ? 'fact' : 'plain';
  for (const [key, member] of Object.entries(map))
    if (!TEXTS.has(key) && !isOwnCall(map, key)) yield* walk(member, [...path, key], inside, event);
}

/** In a recorded run, what a call of the candidate's own is called: no event has that name. */
const isOwnCall = (map: Loose, key: string): boolean =>
  key === 'appel' && map['fait'] === 'appel.passe' && 'heure' in map;

/** The key that a value is under: positions in lists and operators are not keys of the format. */
const keyOf = (path: Path): string =>
  String(path.findLast((step) => typeof step === 'string' && !VALUES.has(step)) ?? '');

function* named(name: string, path: Path, where: 'plain' | 'fact'): Generator<NamedValue> {
  const key = keyOf(path);
  // `decor.courrier.messages` are in folders of the mailbox, which have a name and no identifier.
  if (key === 'dossier' && path[1] === 'courrier') return;
  if (key === 'piece' && (path.includes('reglement') || path.includes('livre'))) {
    yield { path, kinds: ['sale'], name, becomes: same };
    return;
  }
  const kinds = (where === 'fact' ? FACT_KEYS : KEYS)[key];
  if (kinds) yield { path, kinds, name, becomes: same };
  if (key !== 'productions' || where === 'fact') return;
  const [task = '', production] = name.split('/');
  const end = production === undefined ? '' : `/${production}`;
  yield { path, kinds: ['task'], name: task, becomes: (to) => `${to}${end}` };
  if (production === undefined) return;
  yield { path, kinds: ['production'], name: production, within: task, becomes: (to) => `${task}/${to}` };
}

/** Names that only make sense with their neighbours: an outcome of an event, a line of this dialogue, a choice of a call. */
function* together(map: Loose, path: Path, event: string): Generator<NamedValue> {
  if (path.includes('dialogue') && typeof map['vers'] === 'string')
    yield { path: [...path, 'vers'], kinds: ['line'], name: map['vers'], within: event, becomes: same };
  const about = textIn(map['evenement']);
  const list = Array.isArray(map['issue']);
  if (about)
    for (const [at, issue] of listIn(map['issue']).entries())
      yield {
        path: list ? [...path, 'issue', at] : [...path, 'issue'],
        kinds: ['outcome'],
        name: textIn(issue),
        within: about,
        becomes: same
      };
  if (typeof map['fait'] !== 'string') return;
  const talk = textIn(map['appel']) || textIn(map['visite']);
  if (talk && typeof map['choix'] === 'string')
    yield { path: [...path, 'choix'], kinds: ['choice'], name: map['choix'], within: talk, becomes: same };
  if (typeof map['tache'] === 'string' && typeof map['production'] === 'string')
    yield {
      path: [...path, 'production'],
      kinds: ['production'],
      name: map['production'],
      within: map['tache'],
      becomes: same
    };
}

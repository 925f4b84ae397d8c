import { CONTENTS } from '../../scenario/format-channels';
import { listIn, mapIn, textIn, valueAt, type Loose } from './loose';
import type { NameKind } from './named-values';
import type { Path } from './yaml-edit';

/** Something that has a name: an event, a person, a line of the dialogue of an event… */
export interface Named {
  readonly kind: NameKind;
  readonly name: string;
  /** Of a line, a choice, an outcome: the event. Of a production: the task. */
  readonly within?: string;
}

/** Lists of `scenario.yaml` whose items carry an `id`, and what an item is. */
const LISTS: readonly (readonly [string, NameKind])[] = [
  ['deroule', 'event'],
  ['taches', 'task'],
  ['decor.courrier.messages', 'message'],
  ['decor.plis', 'letter'],
  ['decor.fichiers', 'file'],
  ['decor.dossiers', 'folder'],
  ['decor.agenda.calendriers', 'calendar'],
  ['decor.agenda.rendez_vous', 'appointment'],
  ['decor.commandes.clients', 'client'],
  ['decor.commandes.articles', 'article'],
  ['decor.commandes.documents', 'sale']
];

/**
 * The names that go away with what stands at a path of `scenario.yaml`: that of an event with its expectations, that of a
 * task with its productions, that of a line of a dialogue with the outcome that only it comes to.
 * @param scenario the data of `scenario.yaml`, whatever its shape
 */
export function declaredAt(scenario: Loose | null, path: Path): readonly Named[] {
  const [top, second] = path;
  if (top === 'personnes' && path.length === 2) return [{ kind: 'person', name: String(second) }];
  if (path.includes('dialogue')) return inDialogue(scenario, path);
  if (path.length === 4 && top !== 'decor') return insideOf(scenario, path);
  const kind = LISTS.find(([list]) => list === path.slice(0, -1).join('.'))?.[1];
  const map = mapIn(valueAt(scenario, path));
  const name = textIn(map['id']);
  if (!kind || !name) return [];
  const under = (key: string, of: NameKind): readonly Named[] =>
    listIn(map[key]).map((item) => ({ kind: of, name: textIn(mapIn(item)['id']), within: name }));
  const expectations = under('attendus', 'expectation').map(({ kind: of, name: id }) => ({
    kind: of,
    name: id
  }));
  return [
    { kind, name },
    ...(kind === 'task' ? under('productions', 'production') : []),
    ...(kind === 'task' || kind === 'event' ? expectations : [])
  ];
}

/** One production of a task, or one expectation of a task or an event. */
function insideOf(scenario: Loose | null, path: Path): readonly Named[] {
  const [top, at, list] = path;
  const name = textIn(mapIn(valueAt(scenario, path))['id']);
  if (!name) return [];
  const within = textIn(mapIn(valueAt(scenario, [top ?? '', at ?? 0]))['id']);
  if (list === 'attendus') return [{ kind: 'expectation', name }];
  return list === 'productions' ? [{ kind: 'production', name, within }] : [];
}

/** A line, or a choice of a line; what another line declares too stays. */
function inDialogue(scenario: Loose | null, path: Path): readonly Named[] {
  const event = mapIn(valueAt(scenario, path.slice(0, 2)));
  const within = textIn(event['id']);
  const at = path.indexOf('dialogue');
  const [line, key, index] = path.slice(at + 1);
  const content = CONTENTS.find((item) => item === path[at - 1]);
  if (!content || line === undefined) return [];
  const dialogue = mapIn(mapIn(event[content])['dialogue']);
  const others = Object.entries(dialogue).filter(([id]) => id !== line);
  const own = mapIn(dialogue[line]);
  const choicesOf = (value: unknown) =>
    listIn(mapIn(value)['choix']).map((item) => textIn(mapIn(item)['id']));
  const elsewhere = new Set(others.flatMap(([, other]) => choicesOf(other)));
  const choices = (key === 'choix' ? [choicesOf(own)[Number(index)] ?? ''] : choicesOf(own))
    .filter((name) => name !== '' && !elsewhere.has(name))
    .map((name): Named => ({ kind: 'choice', name, within }));
  if (key === 'choix') return choices;
  const end = textIn(own['fin']);
  const shared = others.some(([, other]) => mapIn(other)['fin'] === end);
  const outcome: readonly Named[] = end && !shared ? [{ kind: 'outcome', name: end, within }] : [];
  return key === 'fin' ? outcome : [{ kind: 'line', name: String(line), within }, ...choices, ...outcome];
}

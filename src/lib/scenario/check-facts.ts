import type { Names } from './check-names';
import { attributesOf, type AttributeKind, type Attributes } from './fact-attributes';
import { familyOf } from './fact-families';
import { operatorSchema } from './format-pattern';
import { listOf } from './compile-values';
import { suggestion } from './problem';
import type { YamlSource } from './yaml-source';

type Path = readonly PropertyKey[];
type Members = Readonly<Record<string, unknown>>;

/** What a pattern may say of any fact beside its attributes. */
const EVERYWHERE = ['fait', 'avant', 'depuis', 'contient', 'contient_tout'];
const OPERATORS = Object.keys(operatorSchema.shape);
/** Operators whose values are whole: `contient` looks for a part, which may be anything. */
const WHOLE = ['sauf', 'parmi'];

const isMembers = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Where attributes of a fact are read: a pattern, or a step of a recorded run. */
interface Place {
  readonly names: Names;
  readonly yaml: YamlSource;
  /** The whole pattern: a production belongs to its task, a choice to its conversation. */
  readonly fact: Members;
}

/** The keys and the names of a pattern: only attributes that its fact has, with values that exist. */
export function checkFactPattern(names: Names, path: Path, pattern: Members, yaml: YamlSource): void {
  const attributes = attributesOf(String(pattern['fait']));
  if (attributes) checkMembers({ names, yaml, fact: pattern }, path, pattern, attributes, EVERYWHERE);
}

/** The same for a step of a recorded run, whose values are plain: no operators, lists of values. */
export function checkFactStep(names: Names, path: Path, step: Members, yaml: YamlSource): void {
  const known = attributesOf(String(step['fait']));
  if (!known) return;
  const { piece: _, ...attributes } = known;
  const place = { names, yaml, fact: step };
  const said = Object.keys(step).filter((key) => !STEP_KEYS.includes(key));
  for (const key of said) {
    const kind = attributes[key];
    const at = [...path, key];
    if (kind === undefined) unknownKey(place, at, key, [...Object.keys(attributes), ...STEP_KEYS]);
    else checkPlain(place, at, step[key], kind);
  }
}
const STEP_KEYS = ['heure', 'fait', 'surveillant', 'evenement', 'duree'];

function unknownKey({ names, yaml }: Place, at: Path, key: string, known: readonly string[]): void {
  names.report.at(
    yaml,
    at,
    'format.cle-inconnue',
    `La clé « ${key} » n’existe pas ici.`,
    suggestion(key, known),
    { key: true }
  );
}

function checkMembers(
  place: Place,
  path: Path,
  value: Members,
  attributes: Attributes,
  others: readonly string[]
): void {
  for (const [key, member] of Object.entries(value)) {
    const kind = attributes[key];
    const at = [...path, key];
    if (kind !== undefined) checkValue(place, at, member, kind);
    else if (!others.includes(key)) unknownKey(place, at, key, [...Object.keys(attributes), ...others]);
  }
}

function checkValue(place: Place, path: Path, value: unknown, kind: AttributeKind): void {
  if (!isMembers(value)) return checkPlain(place, path, value, kind);
  const members = typeof kind === 'object' && 'members' in kind ? kind.members : null;
  const within = members !== null && !Object.keys(value).every((key) => OPERATORS.includes(key));
  if (within) return checkMembers(place, path, value, members, []);
  checkMembers(place, path, value, {}, OPERATORS);
  const { success } = operatorSchema.partial().loose().safeParse(value);
  if (!success)
    return place.names.report.at(
      place.yaml,
      path,
      'format.valeur',
      `Valeur refusée pour « ${String(path.at(-1))} ».`,
      'Un opérateur porte sur un texte, un nombre ou une liste de ceux-ci, ex. : { contient: [avoir, facture] }.'
    );
  for (const key of WHOLE) {
    const said = value[key];
    if (Array.isArray(said))
      said.forEach((item: unknown, at) => checkScalar(place, [...path, key, at], item, kind));
    else if (said !== undefined) checkScalar(place, [...path, key], said, kind);
  }
}

function checkPlain(place: Place, path: Path, value: unknown, kind: AttributeKind): void {
  if (Array.isArray(value))
    value.forEach((item: unknown, at) => checkPlain(place, [...path, at], item, kind));
  else if (isMembers(value)) {
    if (typeof kind === 'object' && 'members' in kind) checkMembers(place, path, value, kind.members, []);
  } else checkScalar(place, path, value, kind);
}

/** What an author writes for an attribute that is not a text. */
const WRITTEN: Readonly<Record<string, readonly [type: string, words: string]>> = {
  amount: ['number', 'un montant en euros, ex. : 62.50'],
  number: ['number', 'un nombre'],
  yes: ['boolean', 'true ou false']
};

function checkScalar({ names, yaml, fact }: Place, path: Path, value: unknown, kind: AttributeKind): void {
  const written = typeof kind === 'string' ? WRITTEN[kind] : undefined;
  if (written) {
    if (typeof value === written[0]) return;
    return names.report.at(
      yaml,
      path,
      'format.valeur',
      `« ${String(value)} » n’est pas une valeur de cet attribut.`,
      `Écrivez ${written[1]}.`
    );
  }
  const family = familyOf(kind, names, fact);
  if (!family || family.accepts?.(String(value))) return;
  names.known(path, family.code, family.label, String(value), family.words, yaml);
}

/** Extensions and people that a dialogue names beside its lines: where a call may go, for whom a message is. */
export function checkAnswers(names: Names, dialogue: Members, path: Path): void {
  const place: Place = { names, yaml: names.yaml, fact: {} };
  for (const [name, line] of Object.entries(dialogue)) {
    const { choix, saisie } = line as { choix?: readonly Members[]; saisie?: readonly Members[] };
    (choix ?? []).forEach((choice, index) => {
      const at = [...path, 'dialogue', name, 'choix', index];
      const alone = !Array.isArray(choice['poste']);
      listOf(choice['poste'] as string | readonly string[] | undefined).forEach((extension, nth) =>
        checkScalar(place, alone ? [...at, 'poste'] : [...at, 'poste', nth], extension, 'extension')
      );
      const pour = (choice['si'] as Members | undefined)?.['pour'];
      if (pour !== undefined) checkScalar(place, [...at, 'si', 'pour'], pour, 'person');
    });
    (saisie ?? []).forEach((answer, index) => {
      if ((answer['si'] as Members | undefined)?.['pour'] === undefined) return;
      names.report.at(
        names.yaml,
        [...path, 'dialogue', name, 'saisie', index, 'si', 'pour'],
        'motif.impossible',
        'Une réponse tapée n’a pas de destinataire.',
        'Retirez « pour », ou faites-en un choix « action: message ».',
        { key: true }
      );
    });
  }
}

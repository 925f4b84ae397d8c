import { parseStory } from '../kernel/story-time';
import type { Names } from './check-names';
import { durationMs, examMs, listOf } from './compile-values';
import { matchesValue } from './match';
import type { YamlSource } from './yaml-source';

type Path = readonly PropertyKey[];
type Members = Readonly<Record<string, unknown>>;

const isMembers = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Patterns that no fact can ever satisfy, wherever they are written in a file. */
export function checkPatterns(names: Names, value: unknown, yaml: YamlSource, path: Path = []): void {
  if (Array.isArray(value)) value.forEach((item, at) => checkPatterns(names, item, yaml, [...path, at]));
  if (!isMembers(value)) return;
  for (const [key, member] of Object.entries(value)) checkPatterns(names, member, yaml, [...path, key]);
  const impossible = (key: string, message: string, fix: string) =>
    names.report.at(yaml, [...path, key], 'motif.impossible', message, fix);
  if (typeof value['fait'] === 'string') checkBounds(names, value, impossible);
  checkOperators(value, impossible);
}

type Tell = (key: string, message: string, fix: string) => void;

/** Exam times of a pattern: in order, and inside the exam. */
function checkBounds({ source }: Names, { avant, depuis }: Members, impossible: Tell): void {
  const endMs = examMs(source.duree);
  if (typeof depuis === 'string' && examMs(depuis) >= endMs)
    impossible(
      'depuis',
      `Rien n’arrive après ${depuis} : l’épreuve finit à ${source.duree}.`,
      'Avancez « depuis », ou retirez-le.'
    );
  if (typeof avant !== 'string') return;
  if (examMs(avant) > endMs)
    impossible(
      'avant',
      `« avant: ${avant} » tombe après la fin de l’épreuve (${source.duree}).`,
      'Avancez « avant », ou retirez-le : la fin borne déjà tout.'
    );
  if (typeof depuis === 'string' && examMs(avant) < examMs(depuis))
    impossible(
      'avant',
      `Ce motif attend un fait après ${depuis} et avant ${avant}.`,
      'Échangez « avant » et « depuis ».'
    );
}

/** A bound as a number: an amount, a date of the story, a duration of a delay. */
const order = (value: unknown): unknown =>
  typeof value !== 'string'
    ? value
    : /^\d+ ?(s|min|h)$/.test(value)
      ? durationMs(value)
      : (parseStory(value) ?? value);

/** Operators that leave nothing: no text, bounds in the wrong order, every value refused. */
function checkOperators(value: Members, impossible: Tell): void {
  for (const key of ['contient', 'contient_tout'])
    if (key in value && listOf<unknown>(value[key]).every((text) => text === ''))
      impossible(
        key,
        `« ${key} » n’a aucun texte à chercher.`,
        'Écrivez le texte attendu, ou retirez la condition.'
      );
  const { entre, parmi, sauf } = value;
  if (Array.isArray(entre)) {
    const [low, high] = entre.map(order);
    const reversed =
      typeof low === 'number' && typeof high === 'number' ? low > high : typeof low !== typeof high;
    if (reversed)
      impossible(
        'entre',
        `Rien n’est entre ${String(entre[0])} et ${String(entre[1])}.`,
        'Écrivez la plus petite borne d’abord, et deux bornes de même nature.'
      );
  }
  if (!Array.isArray(parmi) || sauf === undefined) return;
  const refused = listOf(sauf as string | number | boolean);
  if (parmi.every((item: string | number | boolean) => matchesValue(item, { oneOf: refused })))
    impossible(
      'sauf',
      'Toutes les valeurs de « parmi » sont refusées par « sauf ».',
      'Retirez l’un des deux.'
    );
}

import { parseStory, storyIso } from '../kernel/story-time';
import type { FactValue } from '../log/facts';
import type { FactTest, ValueTest } from './compiled';
import { examMs, hundredths, listOf } from './compile-values';
import { dialogueOf } from './content-of';
import type { EventSource } from './format-script';
import { MONEY_ATTRIBUTES } from './fact-attributes';
import type { Operator, Pattern, PatternValue, TextPattern } from './format-pattern';
import type { Scope } from './scope';

const PEOPLE = new Set(['a', 'cc', 'cci', 'destinataires', 'de', 'pour', 'numero', 'poste', 'avec']);
const OPERATORS = new Set(['sauf', 'parmi', 'entre', 'contient', 'contient_tout', 'existe']);

type Scalar = string | number | boolean;

/** What one value of a pattern stands for in facts: a person by any of their addresses, an event by its opaque key, euros in cents. */
function resolve(key: string, value: Scalar, scope: Scope): readonly FactValue[] {
  if (typeof value === 'number') return [MONEY_ATTRIBUTES.has(key) ? hundredths(value) : value];
  if (typeof value === 'boolean') return [value];
  if (PEOPLE.has(key)) return scope.personTexts(value) ?? [value];
  if (key === 'appel') return [scope.callKey(value)];
  if (key === 'pli') return [scope.letterKey(value)];
  if (key === 'visite' || key === 'annonce') return [scope.beatKey(value)];
  if (key === 'courriel' || key === 'reponse_a' || key === 'origine')
    return [scope.messageKey(value) ?? value];
  if (key === 'client') {
    const client = scope.source.decor.commandes?.clients.find((candidate) => candidate.id === value);
    return client ? [client.id, client.numero, client.nom] : [value];
  }
  const story = parseStory(value);
  return [story === null ? value : storyIso(story)];
}

/** Numbers of the choices of this name in the conversation that a pattern is about. */
function choiceNumbers(pattern: Pattern, choice: string, scope: Scope): readonly number[] {
  const { appel, visite, avec } = pattern as Readonly<Record<string, unknown>>;
  const about = (event: EventSource) =>
    (appel ?? visite) !== undefined
      ? event.id === (appel ?? visite)
      : event.discussion !== undefined && (avec === undefined || event.discussion.de === avec);
  return scope.source.deroule
    .filter(about)
    .flatMap((event) =>
      Object.entries(dialogueOf(event) ?? {}).flatMap(([line, { choix }]) =>
        (choix ?? []).some(({ id }) => id === choice) ? [scope.choiceNumber(event.id, line, choice)] : []
      )
    );
}

const isOperator = (value: object): value is Operator =>
  Object.keys(value).every((key) => OPERATORS.has(key));

function compileOperator(key: string, operator: Operator, scope: Scope): ValueTest {
  const all = (values: readonly Scalar[]) => values.flatMap((value) => resolve(key, value, scope));
  const bound = (value: Scalar) => resolve(key, value, scope)[0] as string | number;
  return {
    ...(operator.sauf !== undefined && { noneOf: all(listOf<Scalar>(operator.sauf)) }),
    ...(operator.parmi && { oneOf: all(operator.parmi) }),
    ...(operator.entre && { between: [bound(operator.entre[0]), bound(operator.entre[1])] as const }),
    ...(operator.contient !== undefined && { contains: listOf(operator.contient) }),
    ...(operator.contient_tout && { containsAll: operator.contient_tout }),
    ...(operator.existe !== undefined && { exists: operator.existe })
  };
}

function compileValue(key: string, value: PatternValue, scope: Scope): ValueTest {
  if (typeof value !== 'object') return { oneOf: resolve(key, value, scope) };
  if (isOperator(value)) return compileOperator(key, value, scope);
  const members = Object.entries(value as Record<string, PatternValue>);
  return {
    where: Object.fromEntries(members.map(([name, member]) => [name, compileValue(name, member, scope)]))
  };
}

/** Compiles a pattern on a fact. Unknown names stay as they are: the checker reports them. */
export function compilePattern(pattern: Pattern, scope: Scope): FactTest {
  const { fait, avant, depuis, contient, contient_tout, ...attributes } = pattern;
  const where = Object.entries(attributes as Record<string, PatternValue>).map(([key, value]) =>
    key === 'choix' && typeof value === 'string'
      ? ([key, { oneOf: choiceNumbers(pattern, value, scope) }] as const)
      : ([key === 'piece' ? 'pieces' : key, compileValue(key, value, scope)] as const)
  );
  const hasText = contient !== undefined || contient_tout !== undefined;
  return {
    fact: fait,
    ...(depuis !== undefined && { fromMs: examMs(depuis) }),
    ...(avant !== undefined && { untilMs: examMs(avant) }),
    ...(hasText && {
      text: {
        ...(contient !== undefined && { contains: listOf(contient) }),
        ...(contient_tout !== undefined && { containsAll: contient_tout })
      }
    }),
    where: Object.fromEntries(where)
  };
}

/** Compiles a condition on a typed answer or a message slip into tests on the fact's attributes. */
export function compileTextPattern(
  pattern: TextPattern | undefined,
  scope: Scope
): Record<string, ValueTest> {
  if (!pattern) return {};
  const text: ValueTest = {
    ...(pattern.contient !== undefined && { contains: listOf(pattern.contient) }),
    ...(pattern.contient_tout && { containsAll: pattern.contient_tout }),
    ...(pattern.sauf !== undefined && { lacks: listOf(pattern.sauf) })
  };
  return {
    ...(Object.keys(text).length > 0 && { texte: text }),
    ...(pattern.pour !== undefined && { pour: { oneOf: resolve('pour', pattern.pour, scope) } })
  };
}

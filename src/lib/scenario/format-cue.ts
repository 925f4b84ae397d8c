import { z } from 'zod';
import { patternSchema, type Pattern } from './format-pattern';
import { duration, examTime, id, oneOrMore } from './format-values';

/** An outcome to wait for: of an event of the script, or of a task. */
export const outcomeSchema = z.union([
  z.strictObject({ evenement: id, issue: oneOrMore(id).optional() }),
  z.strictObject({ tache: id, issue: oneOrMore(z.enum(['rendue', 'en_retard', 'rendue_tard'])) })
]);
export type Outcome = z.infer<typeof outcomeSchema>;

/** « Nothing of this kind within ten minutes »: counted from an exam time, from an outcome, or from the start. */
export const absenceSchema = z.strictObject({
  absence: patternSchema,
  pendant: duration.meta({ description: 'Durée sans ce fait' }),
  depuis: z.union([examTime, outcomeSchema]).optional().meta({
    description:
      'À partir de quand l’on compte : heure d’épreuve, ou issue d’un événement ; le début si absent'
  })
});
export type Absence = z.infer<typeof absenceSchema>;

/**
 * What starts an event: a fact, an exam time, an outcome, an absence, or a combination of these. Data only, so that the
 * checker can walk every way to it.
 */
export type Condition =
  | Pattern
  | Outcome
  | Absence
  | { heure: string }
  | { tous: Condition[] }
  | { un_de: Condition[] }
  | { fois: number; de: Pattern };

const condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ tous: z.array(condition).min(2).max(5) }),
    z.strictObject({ un_de: z.array(condition).min(2).max(5) }),
    z.strictObject({ fois: z.number().int().min(2).max(20), de: patternSchema }),
    z.strictObject({ heure: examTime }),
    absenceSchema,
    outcomeSchema,
    patternSchema
  ])
);
export const conditionSchema = condition.meta({
  description:
    'Un fait du candidat, { heure }, { evenement, issue }, { tache, issue }, { absence, pendant }, { fois, de }, { tous: [...] } ou { un_de: [...] }'
});

/** A condition with its kind said, for those who walk it. */
export type Shape =
  | { readonly of: 'all'; readonly key: 'tous'; readonly parts: readonly Condition[] }
  | { readonly of: 'any'; readonly key: 'un_de'; readonly parts: readonly Condition[] }
  | { readonly of: 'times'; readonly times: number; readonly pattern: Pattern }
  | { readonly of: 'hour'; readonly hour: string }
  | { readonly of: 'absence'; readonly absence: Absence }
  | { readonly of: 'outcome'; readonly outcome: Outcome }
  | { readonly of: 'fact'; readonly pattern: Pattern };

/** The one place that tells conditions apart: by the key that only their kind has. */
export function shapeOf(cue: Condition): Shape {
  if ('fait' in cue) return { of: 'fact', pattern: cue as Pattern };
  if ('tous' in cue) return { of: 'all', key: 'tous', parts: cue.tous as Condition[] };
  if ('un_de' in cue) return { of: 'any', key: 'un_de', parts: cue.un_de as Condition[] };
  if ('fois' in cue) return { of: 'times', times: cue.fois as number, pattern: cue.de as Pattern };
  if ('heure' in cue) return { of: 'hour', hour: cue.heure as string };
  if ('absence' in cue) return { of: 'absence', absence: cue as Absence };
  return { of: 'outcome', outcome: cue as Outcome };
}

/** A plain pattern, and not a combination. */
export const isPattern = (cue: Condition | undefined): cue is Pattern => cue !== undefined && 'fait' in cue;

type Path = readonly PropertyKey[];

/** The simple conditions that a condition is made of, with where they stand in it. */
export function partsOf(
  cue: Condition,
  path: Path = []
): readonly { readonly path: Path; readonly shape: Exclude<Shape, { of: 'all' } | { of: 'any' }> }[] {
  const shape = shapeOf(cue);
  return shape.of === 'all' || shape.of === 'any'
    ? shape.parts.flatMap((part, at) => partsOf(part, [...path, shape.key, at]))
    : [{ path, shape }];
}

/** The patterns that a condition looks at, with where they stand in it. */
export const patternsOf = (cue: Condition): readonly { readonly path: Path; readonly pattern: Pattern }[] =>
  partsOf(cue).flatMap(({ path, shape }) => {
    if (shape.of === 'fact') return [{ path, pattern: shape.pattern }];
    if (shape.of === 'times') return [{ path: [...path, 'de'], pattern: shape.pattern }];
    return shape.of === 'absence' ? [{ path: [...path, 'absence'], pattern: shape.absence.absence }] : [];
  });

/** The outcomes that a condition waits for, with where they stand in it. */
export const outcomesOf = (cue: Condition): readonly { readonly path: Path; readonly outcome: Outcome }[] =>
  partsOf(cue).flatMap(({ path, shape }) => {
    if (shape.of === 'outcome') return [{ path, outcome: shape.outcome }];
    const since = shape.of === 'absence' ? shape.absence.depuis : undefined;
    return typeof since === 'object' ? [{ path: [...path, 'depuis'], outcome: since }] : [];
  });

import { z } from 'zod';
import { evidenceSchema } from './format-script';
import { id, line, prose } from './format-values';

/** `CP7.3` or `CT1.2`: the third criterion of competency 7, the second of transversal competency 1. */
export const criterionId = z
  .string()
  .regex(/^C[PT]\d{1,2}\.\d{1,2}$/, 'critère attendu, ex. : CP7.3')
  .meta({ description: 'Critère officiel du référentiel', examples: ['CP7.3'] });

export const indicatorSchema = z.strictObject({
  id,
  texte: line.meta({ description: 'Ce que le juré doit pouvoir observer' }),
  aide: prose.optional().meta({ description: 'Valeur attendue, barème d’observation : jury seulement' }),
  productions: z
    .array(line.regex(/^[a-z][a-z0-9_-]*(\/[a-z][a-z0-9_-]*)?$/, 'production attendue : tache/production'))
    .optional()
    .meta({ description: 'Où regarder : « tache » ou « tache/production »' }),
  preuves: z
    .array(
      z.union(
        [z.strictObject({ attendu: id }), evidenceSchema],
        'preuve mal formée : « attendu », ou « constat » avec « fait », « evenement » ou « tache »'
      )
    )
    .optional()
    .meta({ description: 'Constats relevés par le logiciel, jamais un verdict' })
});

/** `grille.yaml`: the indicators of each official criterion that the scenario lets observe. */
export const gridSchema = z.strictObject({
  format: z.literal(1),
  referentiel: line,
  partielle: z.literal(true).optional().meta({
    description: 'Des critères officiels ne sont pas observés : c’est voulu (un entraînement, une découverte)'
  }),
  criteres: z.record(criterionId, z.strictObject({ indicateurs: z.array(indicatorSchema).min(1) }))
});
export type GridSource = z.infer<typeof gridSchema>;

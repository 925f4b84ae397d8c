import { z } from 'zod';
import { factName } from './format-pattern';
import { duration, examTime, id, line, prose } from './format-values';

/** `parcours/*.yaml`: what a candidate does, and the summary of the log that must come of it. */
export const runSchema = z.strictObject({
  format: z.literal(1),
  titre: line,
  description: prose.optional(),
  graine: line.optional().meta({ description: 'Graine des tirages ; « parcours » si absente' }),
  etapes: z.array(
    z
      .object({
        heure: examTime.meta({ description: 'Heure d’épreuve de ce que fait le candidat' }),
        fait: factName.optional(),
        surveillant: z.enum(['declenche', 'saute', 'pause', 'credit']).optional(),
        evenement: id.optional(),
        duree: duration.optional().meta({ description: 'Longueur de la pause ou du crédit' })
      })
      .catchall(z.unknown())
  ),
  journal: z.array(line).optional().meta({
    description: 'Résumé attendu du journal ; mis à jour par : npm run scenario -- parcours --maj DOSSIER'
  })
});
export type RunSource = z.infer<typeof runSchema>;

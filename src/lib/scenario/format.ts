import { z } from 'zod';
import { decorSchema, dossierSchema, firmSchema, personSchema, postSchema } from './format-decor';
import { gridSchema } from './format-grid';
import { runSchema } from './format-run';
import { eventSchema, taskSchema } from './format-script';
import { examTime, id, line, storyInstant } from './format-values';

/** `scenario.yaml`, version 1 of the format. Keys are French because its writers are French trainers. */
export const scenarioSchema = z.strictObject({
  format: z.literal(1, 'version du format attendue : 1'),
  scenario: id.meta({ description: 'Nom du dossier du scénario' }),
  titre: line,
  referentiel: line.meta({ description: 'Titre et millésime', examples: ['SA-2017'] }),
  duree: examTime,
  creneau: examTime.optional().meta({
    description: 'Temps pendant lequel la salle est réservée, prise en main et tiers-temps compris'
  }),
  debut_fictif: storyInstant.meta({ description: 'Date et heure de l’histoire au début de l’épreuve' }),
  tirage: z
    .enum(['commun', 'individuel'])
    .optional()
    .meta({ description: 'commun : mêmes délais aléatoires pour toute la session (valeur par défaut)' }),
  entreprise: firmSchema,
  poste: postSchema,
  personnes: z.record(id, personSchema),
  dossier: dossierSchema,
  decor: decorSchema,
  taches: z.array(taskSchema),
  deroule: z.array(eventSchema)
});
export type ScenarioSource = z.infer<typeof scenarioSchema>;

/** JSON Schemas for the editors of authors (`# yaml-language-server: $schema=…`). */
export const jsonSchemas = () => ({
  scenario: z.toJSONSchema(scenarioSchema, { io: 'input' }),
  grille: z.toJSONSchema(gridSchema, { io: 'input' }),
  parcours: z.toJSONSchema(runSchema, { io: 'input' })
});

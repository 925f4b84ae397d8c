import { z } from 'zod';
import { patternSchema, textPattern } from './format-pattern';
import { delay, duration, examTime, extension, id, line, piece, prose } from './format-values';

/** An evidence named beside the event or the task that it is about; the grid refers to it by `attendu: id`. */
const oneOrMore = <T extends z.ZodType>(schema: T) => z.union([schema, z.array(schema).min(1)]);

const evidenceCore = {
  constat: line.meta({ description: 'Ce que le jury lit quand le fait a eu lieu' }),
  sinon: line.optional().meta({ description: 'Ce que le jury lit quand il n’a pas eu lieu' }),
  fait: patternSchema.optional().meta({ description: 'Le premier fait du candidat conforme à ce motif' }),
  evenement: id.optional(),
  tache: id.optional(),
  issue: oneOrMore(id).optional()
};
/** Exactly one of `fait`, `evenement` + `issue`, `tache` + `issue`. */
export const evidenceSchema = z.strictObject(evidenceCore);
export type EvidenceSource = z.infer<typeof evidenceSchema>;
export const expectationSchema = z.strictObject({ id, ...evidenceCore });
export type ExpectationSource = z.infer<typeof expectationSchema>;

export const productionKind = z.enum(
  ['texte', 'tableur', 'courriel', 'agenda', 'commande', 'message', 'fichier'],
  'type de production inconnu'
);
export const taskSchema = z.strictObject({
  id,
  titre: line,
  consigne: prose,
  echeance: examTime.optional(),
  productions: z
    .array(
      z.strictObject({
        id,
        titre: line,
        type: productionKind,
        fait: patternSchema
          .optional()
          .meta({ description: 'Sans ce motif, la production se remet dans la fenêtre Remise' })
      })
    )
    .min(1, 'une tâche a au moins une production'),
  reponse: prose.optional().meta({ description: 'Réponse attendue, pour le jury seulement (Markdown)' }),
  attendus: z.array(expectationSchema).optional()
});
export type TaskSource = z.infer<typeof taskSchema>;

export const mailSchema = z.strictObject({
  de: id.meta({ description: 'Personne qui écrit' }),
  a: z
    .array(id)
    .optional()
    .meta({ description: 'Destinataires ; le poste du candidat si absent (« poste »)' }),
  cc: z.array(id).optional(),
  objet: line,
  corps: prose,
  priorite: z.enum(['normale', 'haute']).optional(),
  pieces: z.array(piece).optional(),
  en_reponse: z
    .boolean()
    .optional()
    .meta({ description: 'Répond au courriel du candidat qui a déclenché l’événement' })
});
export type MailSource = z.infer<typeof mailSchema>;

const choiceSchema = z.strictObject({
  id,
  texte: line.optional().meta({ description: 'Ce que dit le candidat ; inutile avec une action' }),
  action: z.enum(['message', 'transfert']).optional(),
  poste: oneOrMore(extension)
    .optional()
    .meta({ description: 'Poste(s) vers lequel le transfert est attendu' }),
  si: textPattern.optional().meta({ description: 'Condition sur le message écrit (action: message)' }),
  vers: id
});
export type ChoiceSource = z.infer<typeof choiceSchema>;

const lineSchema = z.strictObject({
  dit: line.max(600).optional(),
  audio: piece.optional(),
  langue: z.enum(['fr', 'en']).optional(),
  choix: z.array(choiceSchema).optional(),
  saisie: z
    .array(z.strictObject({ si: textPattern.optional(), vers: id }))
    .optional()
    .meta({
      description: 'Réponse libre tapée : la première condition vraie ; la dernière entrée n’a pas de « si »'
    }),
  fin: id.optional().meta({ description: 'Issue de l’appel : cette réplique est la dernière' })
});
export type LineSource = z.infer<typeof lineSchema>;

export const callSchema = z.strictObject({
  de: id,
  sonnerie: duration.optional().meta({ description: 'Temps de sonnerie ; 40 s si absent' }),
  rappel: z.strictObject({ apres: duration, fois: z.number().int().min(1).max(5) }).optional(),
  messagerie: z
    .union([
      prose,
      z.strictObject({ dit: prose, audio: piece.optional(), langue: z.enum(['fr', 'en']).optional() })
    ])
    .optional()
    .meta({ description: 'Message laissé quand personne n’a répondu' }),
  occupe: z
    .union([z.literal('messagerie'), z.strictObject({ rappel: duration })])
    .optional()
    .meta({
      description: 'Ligne occupée : message tout de suite, ou nouvel essai ; { rappel: 2 min } si absent'
    }),
  dialogue: z
    .record(id, lineSchema)
    .refine((lines) => Object.keys(lines).length > 0, 'un dialogue a au moins une réplique')
    .meta({ description: 'Répliques ; la première est celle du décroché' })
});
export type CallSource = z.infer<typeof callSchema>;

/** One scripted thing: exactly one trigger (`a`, `quand`, `apres`, `manuel`) and one content (`courriel`, `appel`). */
export const eventSchema = z.strictObject({
  id,
  titre: line.optional(),
  a: examTime.optional().meta({ description: 'À cette heure d’épreuve' }),
  quand: patternSchema.optional().meta({ description: 'Dès ce fait du candidat' }),
  apres: z
    .union([
      z.strictObject({ evenement: id, issue: oneOrMore(id).optional() }),
      z.strictObject({ tache: id, issue: oneOrMore(z.enum(['rendue', 'en_retard', 'rendue_tard'])) })
    ])
    .optional()
    .meta({ description: 'Après l’issue d’un autre événement, ou l’état d’une tâche' }),
  manuel: z.literal(true).optional().meta({ description: 'Déclenché par le surveillant seulement' }),
  delai: delay.optional(),
  annule_si: patternSchema.optional().meta({ description: 'N’arrive pas si ce fait a eu lieu avant' }),
  courriel: mailSchema.optional(),
  appel: callSchema.optional(),
  attendus: z.array(expectationSchema).optional()
});
export type EventSource = z.infer<typeof eventSchema>;

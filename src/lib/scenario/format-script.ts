import { z } from 'zod';
import {
  agendaChangeSchema,
  chatSchema,
  dropSchema,
  letterSchema,
  noticeSchema,
  ordersChangeSchema,
  silenceSchema,
  visitSchema
} from './format-channels';
import { conditionSchema, outcomeSchema } from './format-cue';
import { saleLineSchema } from './format-decor';
import { dialogueSchema } from './format-dialogue';
import { patternSchema } from './format-pattern';
import { delay, duration, euros, examTime, id, line, oneOrMore, piece, prose } from './format-values';

/** An evidence named beside the event or the task that it is about; the grid refers to it by `attendu: id`. */
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

/** An amount that a good answer has, with the lines that it comes from. */
export const expectedAmountSchema = z.strictObject({
  id,
  lignes: z.array(saleLineSchema).min(1),
  ht: euros,
  tva: euros,
  total: euros.meta({ description: 'Toutes taxes comprises' })
});
export type ExpectedAmountSource = z.infer<typeof expectedAmountSchema>;

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
  donnee_par: id.optional().meta({
    description:
      'Événement qui donne la tâche pendant l’épreuve ; sans lui, elle est dans le sujet dès le début'
  }),
  montants: z
    .array(expectedAmountSchema)
    .optional()
    .meta({ description: 'Montants attendus, recalculés par le vérificateur d’après le catalogue' }),
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
    .union([
      z.literal('messagerie'),
      z.strictObject({
        rappel: duration,
        fois: z
          .number()
          .int()
          .min(1)
          .max(10)
          .optional()
          .meta({ description: 'Nouveaux essais ; 5 si absent' })
      })
    ])
    .optional()
    .meta({
      description:
        'Ligne occupée : message tout de suite, ou nouveaux essais puis message ; { rappel: 2 min, fois: 5 } si absent'
    }),
  attente: duration.optional().meta({ description: 'Patience une fois mis en attente ; 2 min si absent' }),
  silence: silenceSchema.optional().meta({ description: 'Quand le candidat a décroché et ne dit rien' }),
  dialogue: dialogueSchema
});
export type CallSource = z.infer<typeof callSchema>;

/** One scripted thing: exactly one trigger (`a`, `quand`, `apres`, `manuel`) and exactly one content (`CONTENTS`). */
export const eventSchema = z.strictObject({
  id,
  titre: line.optional(),
  a: examTime.optional().meta({ description: 'À cette heure d’épreuve' }),
  quand: conditionSchema.optional().meta({ description: 'Dès que cette condition est remplie' }),
  apres: outcomeSchema
    .optional()
    .meta({ description: 'Après l’issue d’un autre événement, ou l’état d’une tâche' }),
  manuel: z.literal(true).optional().meta({ description: 'Déclenché par le surveillant seulement' }),
  delai: delay.optional(),
  annule_si: patternSchema.optional().meta({ description: 'N’arrive pas si ce fait a eu lieu avant' }),
  courriel: mailSchema.optional(),
  appel: callSchema.optional(),
  discussion: chatSchema.optional().meta({ description: 'Message instantané d’un collègue' }),
  visite: visitSchema.optional().meta({ description: 'Visiteur à l’accueil' }),
  pli: letterSchema.optional().meta({ description: 'Courrier papier' }),
  depot: dropSchema.optional().meta({ description: 'Document déposé par un collègue' }),
  agenda: agendaChangeSchema.optional().meta({ description: 'Changement d’agenda par un collègue' }),
  commandes: ordersChangeSchema.optional().meta({ description: 'Écriture d’un collègue dans les commandes' }),
  annonce: noticeSchema.optional().meta({ description: 'Annonce à toute l’entreprise' }),
  simultane: z
    .literal(true)
    .optional()
    .meta({ description: 'Deux interruptions à la fois : c’est voulu (le vérificateur n’avertit pas)' }),
  montants: z.array(expectedAmountSchema).optional().meta({
    description: 'Montants que cherchent les attendus, recalculés par le vérificateur d’après le catalogue'
  }),
  attendus: z.array(expectationSchema).optional()
});
export type EventSource = z.infer<typeof eventSchema>;

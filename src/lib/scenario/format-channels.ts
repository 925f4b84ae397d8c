import { z } from 'zod';
import { dialogueSchema } from './format-dialogue';
import { duration, euros, id, line, piece, prose, storyDay, storyInstant } from './format-values';

/** What somebody says, on the line or at the desk, when the candidate says nothing more. */
export const silenceSchema = z.strictObject({
  apres: duration.optional().meta({
    description:
      'Silence supporté avant d’insister, puis moitié moins avant de partir ; 1 min au téléphone (3 min pour noter un message), 3 min à l’accueil si absent'
  }),
  dit: line
    .optional()
    .meta({ description: 'Ce qu’elle dit pour insister ; « Allô ? Vous m’entendez ? » si absent' })
});
export type SilenceSource = z.infer<typeof silenceSchema>;

/** Instant messages: the first line is written by the colleague, the candidate answers in their own words. */
export const chatSchema = z.strictObject({
  de: id.meta({ description: 'Collègue qui écrit' }),
  patience: duration
    .optional()
    .meta({ description: 'Temps d’attente d’une réponse ; sans limite si absent' }),
  relance: z.strictObject({ apres: duration, dit: line }).optional(),
  dialogue: dialogueSchema
});
export type ChatSource = z.infer<typeof chatSchema>;

export const visitSchema = z.strictObject({
  de: id.meta({ description: 'Personne qui se présente' }),
  apparence: line.meta({ description: 'Ce que l’on voit avant qu’elle parle, ex. : Un livreur' }),
  patience: duration.meta({ description: 'Temps d’attente avant de repartir' }),
  impatience: z
    .strictObject({ apres: duration, dit: line })
    .optional()
    .meta({ description: 'Ce qu’elle lance quand on tarde' }),
  silence: silenceSchema.optional().meta({ description: 'Une fois reçue, quand on ne lui dit rien' }),
  dialogue: dialogueSchema
});
export type VisitSource = z.infer<typeof visitSchema>;

export const LETTER_NATURES = ['lettre', 'recommande', 'colis', 'prospectus', 'periodique'] as const;
export const letterSchema = z.strictObject({
  expediteur: line.meta({ description: 'Ce qui est écrit au dos de l’enveloppe' }),
  destinataire: line.meta({ description: 'L’adresse, telle qu’elle est écrite sur l’enveloppe' }),
  nature: z.enum(LETTER_NATURES).optional().meta({ description: 'lettre si absent' }),
  numero: line.optional().meta({ description: 'Numéro du recommandé' }),
  mention: line.optional().meta({ description: 'Mention de l’enveloppe, ex. : Personnel et confidentiel' }),
  enveloppe: piece.optional().meta({ description: 'Image de l’enveloppe' }),
  contenu: z.array(piece).min(1).meta({ description: 'Ce que l’on trouve en l’ouvrant' })
});
export type LetterSource = z.infer<typeof letterSchema>;

export const dropSchema = z.strictObject({
  par: id,
  piece,
  nom: line.optional(),
  dossier: id.optional().meta({ description: 'Dossier partagé ; la racine si absent' })
});
export type DropSource = z.infer<typeof dropSchema>;

/** Exactly one of the three. */
export const agendaChangeSchema = z.strictObject({
  par: id,
  ajoute: z
    .strictObject({
      titre: line,
      calendriers: z.array(id).min(1),
      debut: storyInstant,
      fin: storyInstant,
      lieu: line.optional(),
      note: prose.optional(),
      verrouille: z.boolean().optional()
    })
    .optional(),
  deplace: z
    .strictObject({
      rendez_vous: id,
      debut: storyInstant,
      fin: storyInstant,
      calendriers: z.array(id).optional()
    })
    .optional(),
  annule: id.optional()
});
export type AgendaChangeSource = z.infer<typeof agendaChangeSchema>;

/** Exactly one of the four. */
export const ordersChangeSchema = z.strictObject({
  par: id,
  stock: z.strictObject({ article: id, quantite: z.number().int(), motif: line }).optional(),
  reglement: z.strictObject({ piece: id, montant: euros, le: storyDay }).optional(),
  livre: z.strictObject({ piece: id, note: line.optional() }).optional(),
  note: z.strictObject({ client: id, texte: prose }).optional()
});
export type OrdersChangeSource = z.infer<typeof ordersChangeSchema>;

export const noticeSchema = z.strictObject({ titre: line, texte: prose, important: z.boolean().optional() });
export type NoticeSource = z.infer<typeof noticeSchema>;

/** The contents that an event may have: one and only one. */
export const CONTENTS = [
  'courriel',
  'appel',
  'discussion',
  'visite',
  'pli',
  'depot',
  'agenda',
  'commandes',
  'annonce'
] as const;

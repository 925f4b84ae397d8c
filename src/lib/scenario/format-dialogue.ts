import { z } from 'zod';
import { textPattern } from './format-pattern';
import { extension, id, line, oneOrMore, piece } from './format-values';

/** Conversations, whatever the channel: telephone, reception desk, instant messages. */

/**
 * What the candidate may do instead of speaking: write a message slip; on the telephone, transfer the call; at the
 * reception desk, enter the visitor in the register, or call a colleague about them.
 */
export const ACTIONS = ['message', 'transfert', 'registre', 'prevenir'] as const;
export type Action = (typeof ACTIONS)[number];

const choiceSchema = z.strictObject({
  id,
  texte: line.optional().meta({ description: 'Ce que dit le candidat ; inutile avec une action' }),
  action: z.enum(ACTIONS).optional(),
  poste: oneOrMore(extension)
    .optional()
    .meta({ description: 'Poste(s) vers lequel le transfert est attendu (action: transfert)' }),
  pour: oneOrMore(id).optional().meta({ description: 'Personne(s) à prévenir (action: prevenir)' }),
  si: textPattern
    .optional()
    .meta({ description: 'Condition sur ce qui est écrit (action: message ou registre)' }),
  vers: id
});
export type ChoiceSource = z.infer<typeof choiceSchema>;

const lineSchema = z.strictObject({
  dit: line.max(600).optional(),
  audio: piece.optional(),
  langue: z.enum(['fr', 'en']).optional(),
  remet: piece.optional().meta({ description: 'Document que le visiteur tend en parlant (visite)' }),
  choix: z.array(choiceSchema).optional(),
  saisie: z
    .array(z.strictObject({ si: textPattern.optional(), vers: id }))
    .optional()
    .meta({
      description: 'Réponse libre tapée : la première condition vraie ; la dernière entrée n’a pas de « si »'
    }),
  fin: id.optional().meta({ description: 'Issue de la conversation : cette réplique est la dernière' })
});
export type LineSource = z.infer<typeof lineSchema>;

export const dialogueSchema = z
  .record(id, lineSchema)
  .refine((lines) => Object.keys(lines).length > 0, 'un dialogue a au moins une réplique')
  .meta({ description: 'Répliques ; la première est celle du début' });
export type DialogueSource = z.infer<typeof dialogueSchema>;

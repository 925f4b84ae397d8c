import { z } from 'zod';
import { examTime, line } from './format-values';

/**
 * A condition is a pattern on one fact of the candidate, never an expression: every key must agree with the fact's
 * attribute of the same name (`fact-attributes.ts`). `a`, `cc`, `pour`, `numero` and `poste` accept a person's identifier; amounts are in euros.
 */
const scalar = z.union([z.string(), z.number(), z.boolean()]);
const list = z.array(scalar).min(1, 'liste vide');

/** The operators, for an attribute that is not simply equal to a value. */
export const operatorSchema = z.strictObject({
  sauf: z
    .union([scalar, list])
    .optional()
    .meta({ description: 'Différent de cette valeur (ou de toutes celles-ci)' }),
  parmi: list.optional().meta({ description: 'Égal à l’une de ces valeurs' }),
  entre: z.tuple([scalar, scalar]).optional().meta({ description: 'Entre ces deux bornes comprises' }),
  contient: z
    .union([line, z.array(line)])
    .optional()
    .meta({ description: 'Contient ce texte (ou l’un de ceux-ci)' }),
  contient_tout: z.array(line).optional().meta({ description: 'Contient tous ces textes' }),
  existe: z.boolean().optional().meta({ description: 'L’attribut est rempli, ou non' })
});
export type Operator = z.infer<typeof operatorSchema>;

export type PatternValue = string | number | boolean | Operator | { [key: string]: PatternValue };
const patternValue: z.ZodType<PatternValue> = z.lazy(() =>
  z.union([scalar, operatorSchema, z.record(z.string(), patternValue)])
);

/** The facts that a pattern may name. */
export const FACTS = [
  'courriel.envoye',
  'courriel.lu',
  'courriel.classe',
  'courriel.signale',
  'courriel.transfere',
  'courriel.supprime',
  'appel.decroche',
  'appel.choix',
  'appel.dit',
  'appel.transfere',
  'appel.raccroche',
  'appel.reporte',
  'appel.passe',
  'appel.attente',
  'appel.repris',
  'appel.message_laisse',
  'message.pris',
  'discussion.envoyee',
  'discussion.choix',
  'discussion.lue',
  'visite.accueillie',
  'visite.choix',
  'visite.dit',
  'visite.attente',
  'visite.enregistree',
  'visite.prevenu',
  'visite.terminee',
  'pli.ouvert',
  'pli.tamponne',
  'pli.enregistre',
  'pli.distribue',
  'pli.numerise',
  'pli.classe',
  'pli.jete',
  'pli.repris',
  'pli.expedie',
  'annonce.lue',
  'rendezvous.cree',
  'rendezvous.modifie',
  'rendezvous.supprime',
  'rendezvous.inscrit',
  'piece.creee',
  'piece.validee',
  'piece.acceptee',
  'piece.annulee',
  'piece.imprimee',
  'note.client',
  'document.remis',
  'fichier.cree',
  'fichier.range',
  'fichier.present',
  'document.modifie',
  'tableur.cellule_modifiee',
  'tableur.plage_modifiee',
  'tableur.mise_en_forme',
  'tableur.graphique'
] as const;
export const factName = z.enum(FACTS, 'fait inconnu');

/** `{ fait: courriel.envoye, a: aubry, piece: { nom: { contient: avoir } } }`, with optional bounds in exam time. */
export const patternSchema = z
  .object({
    fait: factName,
    avant: examTime.optional().meta({ description: 'Au plus tard à cette heure d’épreuve' }),
    depuis: examTime.optional().meta({ description: 'Au plus tôt à cette heure d’épreuve' }),
    contient: z.union([line, z.array(line)]).optional(),
    contient_tout: z.array(line).optional()
  })
  .catchall(patternValue)
  .meta({ description: 'Motif comparé à un fait du candidat' });
export type Pattern = z.infer<typeof patternSchema>;

/** A condition on what was typed or written: only the text operators. */
export const textPattern = z.strictObject({
  contient: z.union([line, z.array(line)]).optional(),
  contient_tout: z.array(line).optional(),
  sauf: z
    .union([line, z.array(line)])
    .optional()
    .meta({ description: 'Ne contient aucun de ces textes' }),
  pour: line.optional().meta({ description: 'Destinataire du message (personne), pour action: message' })
});
export type TextPattern = z.infer<typeof textPattern>;

import { z } from 'zod';
import { letterSchema } from './format-channels';
import {
  color,
  email,
  euros,
  extension,
  id,
  line,
  percent,
  phone,
  piece,
  postal,
  prose,
  storyDay,
  storyInstant
} from './format-values';

export const firmSchema = z.strictObject({
  nom: line,
  forme: line.meta({ examples: ['SAS'] }),
  activite: line,
  adresse: postal,
  tel: phone,
  courriel: email,
  siren: z.string('SIREN attendu entre guillemets'),
  tva: line,
  capital: line.optional(),
  penalites: line
    .optional()
    .meta({ description: 'Pénalités de retard et escompte, imprimés sur les factures' }),
  couleur: color
});

export const postSchema = z.strictObject({
  role: line,
  delegation: prose.meta({
    description: 'Ce que le candidat peut décider seul (Markdown), montré dans le dossier'
  }),
  courriel: email,
  poste: extension,
  responsable: id,
  signature: prose,
  applications: z
    .array(z.enum(['discussion', 'accueil', 'courrier']))
    .optional()
    .meta({
      description:
        'Applications du poste en plus de celles de tous ; celles dont le déroulé a besoin si absent'
    })
});

export const personSchema = z.strictObject({
  nom: line,
  fonction: line,
  organisation: line.optional(),
  courriel: email.optional(),
  tel: phone.optional(),
  poste: extension.optional().meta({ description: 'Poste téléphonique interne' }),
  collegue: z
    .boolean()
    .optional()
    .meta({ description: 'Fait partie de l’entreprise ; oui si « poste » est donné' }),
  repond: line.max(600).optional().meta({
    description:
      'Ce que l’on entend en appelant, quand aucun événement ne décroche ; on peut alors laisser un message'
  }),
  annuaire: z.boolean().optional().meta({ description: 'Figure dans l’annuaire du candidat ; oui si absent' })
});

export const dossierSchema = z.strictObject({
  sections: z.array(z.strictObject({ id, titre: line, texte: prose })).min(1),
  documents: z
    .array(id)
    .optional()
    .meta({ description: 'Identifiants de decor.fichiers montrés dans le dossier' })
});

export const filesSchema = z.array(
  z.strictObject({ id, piece, nom: line.optional(), dossier: id.optional() })
);

export const mailDecorSchema = z.strictObject({
  dossiers: z.array(line).optional(),
  messages: z
    .array(
      z.strictObject({
        id,
        dossier: line.optional().meta({ description: 'Réception si absent' }),
        de: id,
        a: z.array(id).optional(),
        cc: z.array(id).optional(),
        objet: line,
        corps: prose,
        le: storyInstant,
        lu: z.boolean().optional(),
        pieces: z.array(piece).optional()
      })
    )
    .optional()
});

export const agendaSchema = z.strictObject({
  calendriers: z.array(
    z.strictObject({
      id,
      personne: id.optional(),
      salle: line.optional().meta({ description: 'Nom de la salle ; exactement un de personne / salle' }),
      places: z.number().int().positive().optional(),
      couleur: color
    })
  ),
  rendez_vous: z
    .array(
      z.strictObject({
        id,
        titre: line,
        calendriers: z.array(id).min(1),
        debut: storyInstant,
        fin: storyInstant,
        journee: z.boolean().optional(),
        lieu: line.optional(),
        note: prose.optional(),
        verrouille: z.boolean().optional().meta({ description: 'Le candidat ne peut pas le déplacer' })
      })
    )
    .optional()
});

export const DOCUMENT_KINDS = ['devis', 'commande', 'livraison', 'facture', 'avoir'] as const;
const quantity = z.number().int('une quantité est un nombre entier');
/** A line of a sales document: an article, or a designation with its own price. */
export const saleLineSchema = z.strictObject({
  article: id.optional(),
  designation: line.optional(),
  quantite: quantity,
  prix: euros.optional().meta({ description: 'Celui de l’article si absent' }),
  remise: percent.optional(),
  tva: percent.optional()
});
export type SaleLineSource = z.infer<typeof saleLineSchema>;

export const ordersSchema = z.strictObject({
  clients: z.array(
    z.strictObject({
      id,
      numero: line,
      nom: line,
      contact: line.optional(),
      adresse: postal,
      courriel: email.optional(),
      tel: phone.optional(),
      reglement: line.meta({ examples: ['30 jours fin de mois'] }),
      remise: percent.optional()
    })
  ),
  articles: z.array(
    z.strictObject({
      id,
      reference: line,
      designation: line,
      unite: line,
      prix: euros.meta({ description: 'Prix unitaire hors taxes, en euros' }),
      tva: percent,
      stock: quantity
    })
  ),
  documents: z
    .array(
      z.strictObject({
        id,
        type: z.enum(DOCUMENT_KINDS),
        numero: line,
        client: id,
        date: storyDay,
        etat: z.enum(['brouillon', 'valide', 'accepte', 'livre', 'facture', 'regle', 'annule']),
        origine: id.optional(),
        note: prose.optional(),
        lignes: z.array(saleLineSchema).min(1)
      })
    )
    .optional(),
  derniers_numeros: z.strictObject({
    devis: line,
    commande: line,
    livraison: line,
    facture: line,
    avoir: line
  }),
  notes: z.array(z.strictObject({ id, client: id, le: storyInstant, auteur: line, texte: prose })).optional()
});

export const decorSchema = z.strictObject({
  dossiers: z.array(z.strictObject({ id, nom: line, parent: id.optional() })).optional(),
  fichiers: filesSchema.optional(),
  courrier: mailDecorSchema.optional(),
  plis: z
    .array(letterSchema.extend({ id }))
    .optional()
    .meta({ description: 'Courrier papier déjà dans la bannette au début' }),
  agenda: agendaSchema.optional(),
  commandes: ordersSchema.optional()
});

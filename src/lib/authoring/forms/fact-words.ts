import type { FACTS } from '../../scenario/format-pattern';

export type FactName = (typeof FACTS)[number];

/** What the form offers for an attribute: a person, an event or a message of the scenario, a task, yes or no, or a text. */
export type AttributeKind =
  'text' | 'person' | 'people' | 'event' | 'task' | 'customer' | 'number' | 'sale' | 'yes' | 'hour' | 'words';

export interface Attribute {
  /** « piece.nom » is the name inside a joined piece. */
  readonly key: string;
  readonly label: string;
  readonly kind: AttributeKind;
}

const text = (key: string, label: string): Attribute => ({ key, label, kind: 'text' });
const person = (key: string, label: string): Attribute => ({ key, label, kind: 'person' });
const event = (key: string, label: string): Attribute => ({ key, label, kind: 'event' });
const number = (key: string, label: string): Attribute => ({ key, label, kind: 'number' });
const yes = (key: string, label: string): Attribute => ({ key, label, kind: 'yes' });

/** What may be said of any fact: its whole text, and when it happens. */
export const EVERYWHERE: readonly Attribute[] = [
  { key: 'contient', label: 'tout le texte contient', kind: 'words' },
  { key: 'contient_tout', label: 'le texte contient tout', kind: 'words' },
  { key: 'depuis', label: 'au plus tôt à', kind: 'hour' },
  { key: 'avant', label: 'au plus tard à', kind: 'hour' }
];

const MAIL = [
  person('a', 'destinataire'),
  person('cc', 'copie'),
  text('objet', 'objet'),
  text('corps', 'texte'),
  text('piece.nom', 'nom d’une pièce jointe'),
  event('reponse_a', 'en réponse à'),
  person('cci', 'copie cachée'),
  person('destinataires', 'destinataire ou copie')
];
const CALL = [event('appel', 'appel')];
const CHOICE = [text('choix', 'réponse choisie')];
const VISIT = [event('visite', 'visite')];
const LETTER = [event('pli', 'pli')];
const SALE: readonly Attribute[] = [
  { key: 'type', label: 'type de pièce', kind: 'sale' },
  { key: 'client', label: 'client', kind: 'customer' },
  number('total', 'total TTC (€)'),
  number('ht', 'total HT (€)'),
  number('tva', 'TVA (€)'),
  text('numero', 'numéro'),
  text('date', 'date'),
  text('source', 'pièce d’origine')
];
const MEETING = [
  text('titre', 'titre'),
  text('debut', 'début'),
  text('fin', 'fin'),
  text('calendriers', 'calendrier')
];
const SHEET = [text('fichier', 'fichier'), text('feuille', 'feuille')];
const FILE = [text('nom', 'nom'), text('dossier', 'dossier')];

/** Facts that a condition may wait for, by channel, in French, with the attributes that the form offers. */
export const FACT_GROUPS: readonly {
  readonly title: string;
  readonly facts: readonly {
    readonly name: FactName;
    readonly label: string;
    readonly attributes: readonly Attribute[];
  }[];
}[] = [
  {
    title: 'Messagerie',
    facts: [
      { name: 'courriel.envoye', label: 'Le candidat envoie un courriel', attributes: MAIL },
      { name: 'courriel.lu', label: 'Il ouvre un courriel', attributes: [event('courriel', 'courriel')] },
      { name: 'courriel.transfere', label: 'Il transfère un courriel', attributes: MAIL },
      {
        name: 'courriel.classe',
        label: 'Il classe un courriel',
        attributes: [event('courriel', 'courriel'), text('dossier', 'dossier')]
      },
      {
        name: 'courriel.signale',
        label: 'Il signale un courriel',
        attributes: [event('courriel', 'courriel')]
      },
      {
        name: 'courriel.supprime',
        label: 'Il supprime un courriel',
        attributes: [event('courriel', 'courriel')]
      }
    ]
  },
  {
    title: 'Téléphone',
    facts: [
      { name: 'appel.decroche', label: 'Il décroche', attributes: CALL },
      { name: 'appel.choix', label: 'Il choisit une réponse', attributes: [...CALL, ...CHOICE] },
      { name: 'appel.dit', label: 'Il répond par écrit', attributes: [...CALL, text('texte', 'texte')] },
      { name: 'appel.passe', label: 'Il appelle quelqu’un', attributes: [person('numero', 'personne')] },
      {
        name: 'appel.transfere',
        label: 'Il transfère l’appel',
        attributes: [...CALL, person('poste', 'vers')]
      },
      { name: 'appel.attente', label: 'Il met en attente', attributes: CALL },
      { name: 'appel.repris', label: 'Il reprend l’appel', attributes: CALL },
      { name: 'appel.raccroche', label: 'Il raccroche', attributes: CALL },
      { name: 'appel.reporte', label: 'Il ne prend pas l’appel', attributes: CALL },
      {
        name: 'appel.message_laisse',
        label: 'Il laisse un message vocal',
        attributes: [...CALL, person('numero', 'personne'), text('texte', 'texte')]
      },
      {
        name: 'message.pris',
        label: 'Il remplit une fiche de message',
        attributes: [person('pour', 'pour'), ...CALL, ...VISIT, text('texte', 'texte')]
      }
    ]
  },
  {
    title: 'Discussion',
    facts: [
      {
        name: 'discussion.envoyee',
        label: 'Il écrit à un collègue',
        attributes: [person('avec', 'avec'), text('texte', 'texte')]
      },
      {
        name: 'discussion.lue',
        label: 'Il lit les messages d’un collègue',
        attributes: [person('avec', 'avec')]
      },
      {
        name: 'discussion.choix',
        label: 'Il choisit une réponse prête',
        attributes: [person('avec', 'avec'), ...CHOICE]
      }
    ]
  },
  {
    title: 'Accueil',
    facts: [
      { name: 'visite.accueillie', label: 'Il accueille le visiteur', attributes: VISIT },
      { name: 'visite.choix', label: 'Il choisit une réponse', attributes: [...VISIT, ...CHOICE] },
      { name: 'visite.dit', label: 'Il répond par écrit', attributes: [...VISIT, text('texte', 'texte')] },
      { name: 'visite.attente', label: 'Il fait attendre le visiteur', attributes: VISIT },
      {
        name: 'visite.enregistree',
        label: 'Il inscrit le visiteur au registre',
        attributes: [
          ...VISIT,
          text('nom', 'nom'),
          text('organisme', 'organisme'),
          text('motif', 'motif'),
          person('pour', 'vient voir'),
          text('badge', 'badge'),
          text('identite', 'pièce d’identité'),
          text('texte', 'tout ce qui est écrit')
        ]
      },
      {
        name: 'visite.prevenu',
        label: 'Il prévient quelqu’un',
        attributes: [...VISIT, person('pour', 'personne')]
      },
      { name: 'visite.terminee', label: 'Il met fin à la visite', attributes: VISIT }
    ]
  },
  {
    title: 'Courrier papier',
    facts: [
      { name: 'pli.ouvert', label: 'Il ouvre un pli', attributes: LETTER },
      { name: 'pli.tamponne', label: 'Il tamponne un pli', attributes: LETTER },
      {
        name: 'pli.enregistre',
        label: 'Il inscrit un pli au registre',
        attributes: [
          ...LETTER,
          text('sens', 'sens (arrivee, depart)'),
          text('numero', 'numéro'),
          text('expediteur', 'expéditeur'),
          text('destinataire', 'destinataire'),
          text('nature', 'nature'),
          text('objet', 'objet'),
          text('recommande', 'n° de recommandé'),
          text('texte', 'tout ce qui est écrit')
        ]
      },
      {
        name: 'pli.distribue',
        label: 'Il distribue un pli',
        attributes: [...LETTER, person('pour', 'pour'), yes('ouvert', 'pli ouvert')]
      },
      { name: 'pli.numerise', label: 'Il numérise un pli', attributes: [...LETTER, ...FILE] },
      {
        name: 'pli.classe',
        label: 'Il classe un pli',
        attributes: [...LETTER, text('classeur', 'classeur')]
      },
      { name: 'pli.jete', label: 'Il jette un pli', attributes: LETTER },
      { name: 'pli.repris', label: 'Il reprend un pli de la corbeille', attributes: LETTER },
      {
        name: 'pli.expedie',
        label: 'Il expédie un pli',
        attributes: [
          text('nom', 'document'),
          text('destinataire', 'destinataire'),
          text('mode', 'mode'),
          text('recommande', 'n° de recommandé')
        ]
      }
    ]
  },
  {
    title: 'Gestion commerciale',
    facts: [
      { name: 'piece.creee', label: 'Il crée une pièce (brouillon)', attributes: SALE },
      { name: 'piece.validee', label: 'Il valide une pièce', attributes: SALE },
      { name: 'piece.acceptee', label: 'Il note une pièce acceptée', attributes: SALE },
      { name: 'piece.annulee', label: 'Il annule une pièce', attributes: SALE },
      { name: 'piece.imprimee', label: 'Il imprime une pièce', attributes: SALE },
      {
        name: 'note.client',
        label: 'Il écrit une note sur un client',
        attributes: [{ key: 'client', label: 'client', kind: 'customer' }, text('texte', 'texte')]
      }
    ]
  },
  {
    title: 'Agenda, documents, annonces',
    facts: [
      { name: 'rendezvous.cree', label: 'Il crée un rendez-vous', attributes: MEETING },
      { name: 'rendezvous.modifie', label: 'Il déplace un rendez-vous', attributes: MEETING },
      {
        name: 'rendezvous.inscrit',
        label: 'Un rendez-vous est inscrit (créé ou déplacé)',
        attributes: MEETING
      },
      {
        name: 'rendezvous.supprime',
        label: 'Il supprime un rendez-vous',
        attributes: [text('rendezvous', 'rendez-vous (identifiant)')]
      },
      {
        name: 'document.remis',
        label: 'Il remet une production',
        attributes: [
          { key: 'tache', label: 'travail', kind: 'task' },
          text('production', 'production'),
          text('nom', 'nom')
        ]
      },
      {
        name: 'document.modifie',
        label: 'Il modifie un document',
        attributes: [text('nom', 'nom'), number('mots', 'nombre de mots')]
      },
      { name: 'fichier.cree', label: 'Il enregistre un fichier', attributes: FILE },
      { name: 'fichier.range', label: 'Il range un fichier', attributes: FILE },
      {
        name: 'fichier.present',
        label: 'Un fichier est là (enregistré, renommé ou rangé)',
        attributes: FILE
      },
      {
        name: 'tableur.cellule_modifiee',
        label: 'Il modifie une cellule',
        attributes: [
          ...SHEET,
          text('cellule', 'cellule'),
          text('valeur', 'valeur'),
          text('formule', 'formule')
        ]
      },
      { name: 'tableur.plage_modifiee', label: 'Il modifie une plage', attributes: SHEET },
      {
        name: 'tableur.mise_en_forme',
        label: 'Il met en forme le tableau',
        attributes: [...SHEET, yes('gras', 'en gras')]
      },
      {
        name: 'tableur.graphique',
        label: 'Il fait un graphique',
        attributes: [
          ...SHEET,
          text('type', 'type (histogramme, barres…)'),
          text('plage', 'plage'),
          text('titre', 'titre')
        ]
      },
      { name: 'annonce.lue', label: 'Il lit une annonce', attributes: [event('annonce', 'annonce')] }
    ]
  }
];

const ALL = new Map<string, { label: string; attributes: readonly Attribute[] }>(
  FACT_GROUPS.flatMap(({ facts }) => facts.map((fact) => [fact.name, fact] as const))
);

/** A fact in words, as it is when the format has none for it. */
export const factLabel = (name: string): string => ALL.get(name)?.label ?? name;

/** The attributes that the form offers for a fact. */
export const attributesOf = (name: string): readonly Attribute[] => ALL.get(name)?.attributes ?? [];

import { field } from './fields';
import type { Part, Table } from './part';

const DRAWS = [{ value: 'individuel', label: 'Propres à chaque candidat' }];
const APPLICATIONS = [
  { value: 'discussion', label: 'Discussion' },
  { value: 'accueil', label: 'Accueil' },
  { value: 'courrier', label: 'Courrier' }
];

const firm: Part = {
  id: 'entreprise',
  title: 'Entreprise et poste',
  group: 'Le cadre',
  as: 'records',
  intro: 'L’épreuve, l’entreprise où travaille le candidat, et son poste.',
  tables: [],
  sheets: [
    {
      title: 'Épreuve',
      path: [],
      fields: [
        field.text('titre', 'Titre', { needed: true, wide: true }),
        field.one('referentiel', 'Référentiel', { from: 'referentials', needed: true }),
        field.examTime('duree', 'Durée', { needed: true, placeholder: '3\u00a0h\u00a030' }),
        field.examTime('creneau', 'Créneau de la salle', { placeholder: 'sans limite' }),
        field.instant('debut_fictif', 'L’histoire commence le', { needed: true }),
        field.one('tirage', 'Délais tirés au sort', {
          from: DRAWS,
          none: 'Les mêmes pour toute la session',
          noneIs: 'commun'
        })
      ]
    },
    {
      title: 'Entreprise',
      path: ['entreprise'],
      fields: [
        field.text('nom', 'Nom', { needed: true }),
        field.text('forme', 'Forme', { needed: true }),
        field.text('activite', 'Activité', { needed: true }),
        field.lines('adresse', 'Adresse, une ligne par ligne', { needed: true, rows: 2 }),
        field.phone('tel', 'Téléphone', { needed: true }),
        field.email('courriel', 'Courriel', { needed: true }),
        field.text('siren', 'SIREN', { needed: true, placeholder: '000 004 912' }),
        field.text('tva', 'TVA intracommunautaire', { needed: true }),
        field.text('capital', 'Capital'),
        field.text('penalites', 'Pénalités de retard et escompte', {
          hint: 'Imprimés sur les factures',
          wide: true
        }),
        field.color('couleur', 'Couleur des documents', { needed: true })
      ]
    },
    {
      title: 'Poste du candidat',
      path: ['poste'],
      fields: [
        field.text('role', 'Rôle', { needed: true }),
        field.long('delegation', 'Ce que le candidat peut décider seul', {
          needed: true,
          rows: 7,
          wide: true,
          hint: 'Montré dans le dossier. **gras**, *italique*, « - » pour une liste.'
        }),
        field.email('courriel', 'Courriel', { needed: true }),
        field.extension('poste', 'Poste téléphonique', { needed: true }),
        field.one('responsable', 'Responsable', { from: 'people', needed: true }),
        field.long('signature', 'Signature des courriels', { needed: true, rows: 3, wide: true }),
        field.many('applications', 'Applications en plus', {
          from: APPLICATIONS,
          hint: 'Aucune\u00a0: celles dont le déroulé se sert'
        })
      ]
    }
  ]
};

export const people: Table = {
  id: 'personnes',
  title: 'Personnes',
  one: 'personne',
  feminine: true,
  path: ['personnes'],
  shape: 'map',
  called: ['nom'],
  imports: 'table',
  unique: 'nom',
  empty:
    'Ajoutez les collègues du candidat, puis les clients et fournisseurs qui lui écrivent ou l’appellent.',
  fields: [
    field.text('nom', 'Nom', {
      heads: ['nom et prenom', 'prenom et nom'],
      fresh: 'Nouvelle personne',
      needed: true
    }),
    field.text('fonction', 'Fonction', {
      heads: ['poste occupe', 'qualite'],
      fresh: 'Fonction',
      needed: true
    }),
    field.text('organisation', 'Organisation', { heads: ['entreprise', 'societe'] }),
    field.email('courriel', 'Courriel', { heads: ['email', 'e-mail', 'mail', 'adresse mail'], wide: true }),
    field.phone('tel', 'Téléphone', { heads: ['tel', 'tel.', 'mobile'] }),
    field.extension('poste', 'Poste', { heads: ['numero de poste', 'poste interne'] }),
    field.yesNo('collegue', 'Collègue', { folded: true, none: 'Selon qu’elle a un poste' }),
    field.text('repond', 'Ce que dit son répondeur', { folded: true, wide: true, heads: ['repondeur'] }),
    field.yesNo('annuaire', 'Dans l’annuaire du candidat', { folded: true, none: 'Oui, par défaut' })
  ]
};

export const sections: Table = {
  id: 'sections',
  title: 'Dossier du candidat',
  one: 'section',
  feminine: true,
  path: ['dossier', 'sections'],
  shape: 'list',
  called: ['titre'],
  imports: null,
  empty:
    'Écrivez ce que le candidat lit avant de commencer\u00a0: sa situation, ce qui lui est demandé, les procédures.',
  fields: [
    field.text('titre', 'Titre', { fresh: 'Nouvelle section', needed: true, wide: true }),
    field.long('texte', 'Texte', {
      fresh: 'Texte de la section.',
      needed: true,
      rows: 16,
      wide: true,
      hint: '## titre, **gras**, *italique*, « - » pour une liste, | a | b | pour un tableau.'
    })
  ]
};

/** The frame of the exam. */
export const FRAME: readonly Part[] = [
  firm,
  {
    id: 'personnes',
    title: 'Personnes',
    group: 'Le cadre',
    as: 'table',
    tables: [people],
    sheets: [],
    intro: 'Un poste pour un collègue, un téléphone pour quelqu’un du dehors.'
  },
  {
    id: 'dossier',
    title: 'Dossier du candidat',
    group: 'Le cadre',
    as: 'cards',
    tables: [sections],
    sheets: [
      {
        title: 'Documents joints au dossier',
        path: ['dossier'],
        fields: [
          field.many('documents', 'Fichiers du poste montrés dans le dossier', { from: 'files', wide: true })
        ]
      }
    ],
    intro: 'Tout ce qui sera jugé est écrit ici, ou dans un document que le candidat peut ouvrir.'
  }
];

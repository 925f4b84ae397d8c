import type { Scene } from '../../src/lib/scene/scene';

/** A small but complete scene for tests of models and windows: Verdelis, one morning. */
export function demoScene(overrides: Partial<Scene> = {}): Scene {
  return {
    scenario: { id: 'essai', title: 'Verdelis : essai' },
    storyStart: '2026-03-17 08:30',
    durationMs: 30 * 60_000,
    firm: {
      name: 'Verdelis',
      legalForm: 'SAS au capital de 80 000 €',
      activity: 'Aménagement paysager',
      address: ['12, rue des Serres', '49000 ANGERS'],
      phone: '02 61 91 04 12',
      email: 'contact@verdelis.example',
      siren: '000 000 000',
      vatNumber: 'FR00000000000',
      color: '#2e6b3e'
    },
    post: {
      role: 'Secrétaire assistante',
      email: 'accueil@verdelis.example',
      extension: '101',
      manager: 'directrice'
    },
    people: [
      {
        id: 'directrice',
        name: 'Claire Morvan',
        role: 'Directrice',
        email: 'c.morvan@verdelis.example',
        extension: '201',
        colleague: true
      },
      {
        id: 'conducteur',
        name: 'Hugo Lefèvre',
        role: 'Conducteur de travaux',
        email: 'h.lefevre@verdelis.example',
        extension: '203',
        colleague: true
      },
      {
        id: 'comptable',
        name: 'Nadia Benali',
        role: 'Comptable',
        email: 'n.benali@verdelis.example',
        extension: '204',
        colleague: true
      },
      {
        id: 'aubry',
        name: 'Jean Aubry',
        role: 'Client',
        email: 'j.aubry@clos-angevin.example',
        phone: '02 61 91 22 08',
        colleague: false
      }
    ],
    dossier: {
      sections: [
        {
          id: 'entreprise',
          title: 'L’entreprise',
          text: '## Verdelis SAS\n\nAménagement paysager, **24 salariés**.\n\n- Siège : Angers\n- Directrice : Claire Morvan'
        },
        {
          id: 'delegation',
          title: 'Votre délégation',
          text: 'Vous pouvez établir un avoir jusqu’à **500 € HT** pour de la casse constatée.'
        }
      ],
      documents: ['modele-lettre']
    },
    tasks: [
      {
        id: 'reclamation',
        title: 'Répondre à la réclamation de M. Aubry',
        instruction: 'Lettre sur le modèle de l’entreprise, avoir si nécessaire.',
        deadlineMs: 20 * 60_000,
        deliverables: [{ id: 'lettre', title: 'Lettre de réponse', kind: 'texte', handIn: true }]
      }
    ],
    folders: [
      { id: 'modeles', name: 'Modèles', parent: null },
      { id: 'clients', name: 'Clients', parent: null },
      { id: 'clients-a', name: 'Clos angevin', parent: 'clients' }
    ],
    files: [
      {
        id: 'modele-lettre',
        name: 'Modèle de lettre.docx',
        folder: 'modeles',
        kind: 'text',
        mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
        blob: '0'.repeat(64) as Scene['files'][number]['blob'],
        size: 18_432
      }
    ],
    mail: {
      address: 'accueil@verdelis.example',
      signature: 'Le secrétariat\nVerdelis — 12, rue des Serres, 49000 Angers',
      folders: ['Clients', 'Fournisseurs'],
      messages: [
        {
          id: 'm-1',
          folder: 'Réception',
          from: { name: 'Jean Aubry', email: 'j.aubry@clos-angevin.example' },
          to: ['accueil@verdelis.example'],
          subject: 'Jardinières cassées à la livraison',
          body: 'Bonjour,\n\nSur les 40 jardinières livrées hier, six sont cassées. J’ai porté les réserves sur le bon de livraison.\n\nJean Aubry',
          at: '2026-03-17 08:12',
          read: false,
          attachments: []
        },
        {
          id: 'm-2',
          folder: 'Réception',
          from: { name: 'Nadia Benali', email: 'n.benali@verdelis.example' },
          to: ['accueil@verdelis.example'],
          cc: ['c.morvan@verdelis.example'],
          subject: 'Congés de mars',
          body: 'Il me manque deux demandes de congés.\n\nNadia',
          at: '2026-03-16 17:40',
          read: true,
          attachments: []
        }
      ]
    },
    agenda: {
      calendars: [
        {
          id: 'cal-directrice',
          name: 'Claire Morvan',
          kind: 'person',
          person: 'directrice',
          color: '#2450a6'
        },
        {
          id: 'cal-conducteur',
          name: 'Hugo Lefèvre',
          kind: 'person',
          person: 'conducteur',
          color: '#b65420'
        },
        { id: 'cal-comptable', name: 'Nadia Benali', kind: 'person', person: 'comptable', color: '#6a4bab' },
        { id: 'salle-reunion', name: 'Salle Loire', kind: 'room', capacity: 10, color: '#1f7a4d' }
      ],
      appointments: [
        {
          id: 'comite',
          title: 'Comité de direction',
          calendars: ['cal-directrice', 'cal-conducteur', 'cal-comptable', 'salle-reunion'],
          start: '2026-03-19 14:00',
          end: '2026-03-19 16:00'
        },
        {
          id: 'chantier',
          title: 'Chantier de Beaucouzé',
          calendars: ['cal-conducteur'],
          start: '2026-03-18 08:00',
          end: '2026-03-18 12:00',
          fixed: true
        }
      ]
    },
    orders: {
      customers: [
        {
          id: 'clos-angevin',
          number: 'C-0112',
          name: 'Résidence du Clos angevin',
          contact: 'Jean Aubry',
          address: ['8, rue du Clos', '49100 ANGERS'],
          email: 'j.aubry@clos-angevin.example',
          phone: '02 61 91 22 08',
          paymentTerms: '30 jours net',
          discountBp: 800
        }
      ],
      products: [
        {
          id: 'jardiniere',
          reference: 'JAR-80',
          label: 'Jardinière en terre cuite 80 cm',
          unit: 'pièce',
          priceCents: 6250,
          vatBp: 2000,
          stock: 64
        },
        {
          id: 'port',
          reference: 'PORT',
          label: 'Port et emballage',
          unit: 'forfait',
          priceCents: 9000,
          vatBp: 2000,
          stock: 0
        }
      ],
      documents: [
        {
          id: 'fa-0387',
          kind: 'invoice',
          number: 'FA-2026-0387',
          customer: 'clos-angevin',
          date: '2026-03-16',
          status: 'validated',
          lines: [
            {
              product: 'jardiniere',
              label: 'Jardinière en terre cuite 80 cm',
              quantity: 40,
              priceCents: 6250,
              discountBp: 800,
              vatBp: 2000
            },
            {
              product: 'port',
              label: 'Port et emballage',
              quantity: 1,
              priceCents: 9000,
              discountBp: 0,
              vatBp: 2000
            }
          ]
        }
      ],
      lastNumbers: {
        quote: 'DE-2026-0140',
        order: 'CO-2026-0205',
        delivery: 'BL-2026-0311',
        invoice: 'FA-2026-0391',
        credit: 'AV-2026-0030'
      },
      notes: []
    },
    ...overrides
  };
}

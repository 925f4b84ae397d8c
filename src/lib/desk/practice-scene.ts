import type { Scene } from '../scene/scene';

const NBSP = '\u00a0';

/**
 * The scene of the prise en main: the subject and the firm are the exam's, the decor is a neutral one to try each
 * application on. Nothing of it exists in the exam, and nothing done with it is sent or kept.
 */
export function practiceScene(scene: Scene): Scene {
  const [day = '2026-01-01'] = scene.storyStart.split(' ');
  return {
    ...scene,
    folders: [
      ...scene.folders.filter((folder) => folder.id !== 'essai'),
      { id: 'essai', name: 'Essais', parent: null }
    ],
    mail: {
      ...scene.mail,
      messages: [
        {
          id: 'essai-1',
          folder: 'Réception',
          from: { name: 'Prise en main', email: 'essai@plateau.example' },
          to: [scene.mail.address],
          subject: 'Message d’essai',
          body: `Bonjour,\n\nCeci est un message d’essai${NBSP}: ouvrez-le, répondez, transférez, classez. Rien n’est conservé.\n\nBonne prise en main.`,
          at: scene.storyStart,
          read: false,
          attachments: []
        }
      ]
    },
    agenda: {
      ...scene.agenda,
      appointments: scene.agenda.calendars.slice(0, 1).map((calendar) => ({
        id: 'essai-rdv',
        title: 'Rendez-vous d’essai',
        calendars: [calendar.id],
        start: `${day} 10:00`,
        end: `${day} 11:00`
      }))
    },
    orders: {
      ...scene.orders,
      customers: [
        {
          id: 'essai-client',
          number: 'C-0001',
          name: 'Client d’essai',
          address: ['1, rue de l’Essai', '49000 ANGERS'],
          paymentTerms: '30 jours net',
          discountBp: 0
        }
      ],
      products: [
        {
          id: 'essai-article',
          reference: 'ESSAI',
          label: 'Article d’essai',
          unit: 'pièce',
          priceCents: 1000,
          vatBp: 2000,
          stock: 10
        }
      ],
      documents: [],
      notes: []
    }
  };
}

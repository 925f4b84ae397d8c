import type { SceneLetter } from '../../src/lib/scene/scene';
import type { CompiledAttachment } from '../../src/lib/scenario/compiled';

/** A morning's paper post, sealed: a registered letter, one for the director's eyes, an invoice, a parcel and a leaflet. */
export const demoLetters: readonly SceneLetter[] = [
  {
    id: 'letter-1',
    nature: 'registered',
    envelope: {
      sender: 'Anjou Syndic, 40, rue Plantagenêt, 49100 ANGERS',
      addressee: 'VERDELIS SAS, à l’attention de la direction, 12, rue des Serres, 49000 ANGERS'
    },
    trackingNumber: '1A 203 456 7890 1'
  },
  {
    id: 'letter-2',
    nature: 'letter',
    envelope: {
      sender: 'Étude Pineau et associés, notaires, 3, place du Ralliement, 49100 ANGERS',
      addressee: 'Madame Claire MORVAN, Verdelis SAS, 12, rue des Serres, 49000 ANGERS',
      mention: 'Personnel et confidentiel'
    }
  },
  {
    id: 'letter-3',
    nature: 'letter',
    envelope: {
      sender: 'Terres et Pots, 7, chemin des Argiles, 49260 MONTREUIL-BELLAY',
      addressee: 'VERDELIS SAS, service comptabilité, 12, rue des Serres, 49000 ANGERS'
    }
  },
  {
    id: 'letter-4',
    nature: 'parcel',
    envelope: {
      sender:
        'Établissements horticoles Renaud-Delacroix et fils, Zone artisanale de la Petite Boitière, bâtiment C, 49124 SAINT-BARTHÉLEMY-D’ANJOU',
      addressee: 'VERDELIS SAS, 12, rue des Serres, 49000 ANGERS'
    }
  },
  {
    id: 'letter-5',
    nature: 'leaflet',
    envelope: { sender: '', addressee: 'À l’occupant' }
  }
];

/** What the engine would tell of each, once opened. */
export const demoContents: Readonly<Record<string, readonly CompiledAttachment[]>> = {
  'letter-1': [sheet('Mise en demeure.pdf', 'a')],
  'letter-2': [sheet('Courrier du notaire.pdf', 'b')],
  'letter-3': [
    sheet('Facture.pdf', 'c'),
    sheet('Bon de livraison signé, avec les réserves du chantier.pdf', 'd')
  ],
  'letter-4': [],
  'letter-5': [sheet('Prospectus.pdf', 'e')]
};

function sheet(name: string, digit: string): CompiledAttachment {
  return { name, kind: 'pdf', mediaType: 'application/pdf', size: 41_000, blob: digit.repeat(64) };
}

import { describe, expect, it } from 'vitest';
import { completeFacts } from './facts';

describe('all that a fact says', () => {
  it('a file created, moved or renamed is there under its name; an appointment created or moved is entered', () => {
    const file = { nom: 'LETTRE.docx', dossier: 'Clos angevin' };
    expect(completeFacts([{ fait: 'fichier.range', ...file }])).toEqual([
      { fait: 'fichier.range', ...file },
      { fait: 'fichier.present', ...file }
    ]);
    expect(completeFacts([{ fait: 'rendezvous.cree', titre: 'Comité' }]).map(({ fait }) => fait)).toEqual([
      'rendezvous.cree',
      'rendezvous.inscrit'
    ]);
    expect(completeFacts([{ fait: 'rendezvous.supprime' }])).toHaveLength(1);
  });

  it('whoever is in copy has been told as well', () => {
    const mail = { fait: 'courriel.envoye', a: ['d@x.example'], cc: ['c@x.example'], cci: [] };
    expect(completeFacts([mail])[0]).toMatchObject({ destinataires: ['d@x.example', 'c@x.example'] });
    expect(completeFacts([{ fait: 'courriel.envoye', a: 'd@x.example' }])[0]).toMatchObject({
      destinataires: ['d@x.example']
    });
  });
});

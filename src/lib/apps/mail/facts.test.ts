import { describe, expect, it } from 'vitest';
import type { Gesture } from '../../log/entry';
import * as events from './events';
import { mailFacts } from './facts';
import { MailBench } from './mail.fixture';

const facts = (gesture: Gesture) =>
  mailFacts({ ...gesture, by: 'candidate', t: 0 }, new MailBench().does(gesture).reader());

describe('what the script sees of the mail', () => {
  it('a sent message, addresses in lower case', () => {
    const gesture = events.mailSent({
      mail: 'd-1',
      to: ['J.Aubry@Clos-Angevin.example'],
      cc: ['c.morvan@verdelis.example'],
      bcc: [],
      subject: 'Avoir',
      body: 'Monsieur,',
      attachments: [
        { name: 'Avoir.pdf', kind: 'pdf', mediaType: 'application/pdf', size: 9, file: 'copy-1' }
      ],
      replyTo: 'm-1'
    });
    expect(facts(gesture)).toEqual([
      {
        fait: 'courriel.envoye',
        courriel: 'd-1',
        a: ['j.aubry@clos-angevin.example'],
        cc: ['c.morvan@verdelis.example'],
        cci: [],
        objet: 'Avoir',
        corps: 'Monsieur,',
        pieces: [{ nom: 'Avoir.pdf', type: 'pdf' }],
        reponse_a: 'm-1'
      }
    ]);
  });
  it('a forward is sent and forwarded', () => {
    const gesture = events.mailSent({
      mail: 'd-1',
      to: ['n.benali@verdelis.example'],
      cc: [],
      bcc: [],
      subject: 'TR: x',
      body: '',
      attachments: [],
      forwardOf: 'm-1'
    });
    expect(facts(gesture).map((one) => [one.fait, one['origine'] ?? null])).toEqual([
      ['courriel.envoye', null],
      ['courriel.transfere', 'm-1']
    ]);
  });
  it('one fact per message concerned', () => {
    expect(facts(events.mailMoved({ mails: ['m-1', 'm-2'], folder: 'Clients' }))).toEqual([
      { fait: 'courriel.classe', courriel: 'm-1', dossier: 'Clients' },
      { fait: 'courriel.classe', courriel: 'm-2', dossier: 'Clients' }
    ]);
    expect(facts(events.mailRead({ mails: ['m-1'] }))).toEqual([{ fait: 'courriel.lu', courriel: 'm-1' }]);
    expect(facts(events.mailDeleted({ mails: ['m-1'] }))).toEqual([
      { fait: 'courriel.supprime', courriel: 'm-1' }
    ]);
    expect(facts(events.mailReported({ mails: ['m-1'] }))).toEqual([
      { fait: 'courriel.signale', courriel: 'm-1' }
    ]);
  });
  it('nothing of a draft', () => {
    expect(facts(events.mailDraftSaved({ mail: 'd-1', subject: 'x' }))).toEqual([]);
  });
});

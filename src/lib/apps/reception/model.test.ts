import { describe, expect, it } from 'vitest';
import { demoScene } from '../../../../tests/builders/demo-scene';
import { deskReader } from '../../desk/fold';
import type { DeskEvent, Gesture } from '../../log/entry';
import { visitorArrived, visitorSaid } from '../../log/script-world';
import * as events from './events';
import { receptionFacts } from './facts';
import { receptionExporter } from './files.server';
import { receivedVisit, receptionModel, type ReceptionState } from './model';
import { receptionBadge, waitingVisits } from './waiting';
import { receptionKey } from './reception-keys';
import { visitWords } from './words';

const script = (gesture: Gesture, t = 0): DeskEvent => ({ ...gesture, by: 'script', t });
const mine = (gesture: Gesture, t = 0): DeskEvent => ({ ...gesture, by: 'candidate', t });
const fold = (...list: DeskEvent[]): ReceptionState =>
  list.reduce(receptionModel.reduce, receptionModel.open(demoScene()));
const came = (visit: string, t = 0) =>
  script(visitorArrived({ visit, label: `Visiteur ${visit}`, patienceMs: 60_000 }), t);
const line = {
  line: 'l',
  visit: 'a',
  name: 'Jean Aubry',
  organisation: '',
  purpose: 'Livraison',
  host: 'directrice',
  identity: false,
  badge: '12',
  arrival: '08:34'
};

describe('reception', () => {
  it('receives one visitor at a time', () => {
    const state = fold(
      came('a'),
      came('b'),
      mine(events.visitorReceived({ visit: 'a' })),
      mine(events.visitorReceived({ visit: 'b' }))
    );
    expect(receivedVisit(state)?.id).toBe('a');
    expect(waitingVisits(state).map(({ id }) => id)).toEqual(['b']);
    expect(receptionBadge(state)).toBe(1);
  });

  it('never offers to answer somebody who waits', () => {
    const said = script(
      visitorSaid({
        visit: 'a',
        text: 'Il y a quelqu’un ?',
        lang: 'fr',
        choices: [{ k: 1, label: 'Oui' }],
        typed: true,
        slip: false
      })
    );
    expect(fold(came('a'), said).visits[0]).toMatchObject({ choices: [], typed: false });
    expect(fold(came('a'), mine(events.visitorReceived({ visit: 'a' })), said).visits[0]).toMatchObject({
      choices: [{ k: 1 }],
      typed: true
    });
  });

  it('says how long somebody has waited, in minutes', () => {
    const [visit] = fold(came('a', 30_000)).visits;
    expect(visitWords(visit!, 60_000)).toBe('Vient d’arriver');
    expect(visitWords(visit!, 30_000 + 150_000)).toBe('Attend depuis 2\u00a0min');
    const held = { ...visit!, state: 'held', sinceMs: 0 } as const;
    expect(visitWords(held, 3_660_000)).toBe('Patiente depuis 1\u00a0h\u00a001');
  });

  it('keeps a register that is corrected, and closed by a departure', () => {
    const state = fold(
      came('a'),
      mine(events.visitorRegistered(line)),
      mine(events.departureNoted({ line: 'l', departure: '09:10', badgeReturned: true })),
      mine(events.visitorRegistered({ ...line, organisation: 'Clos angevin' }))
    );
    expect(state.register).toEqual([
      expect.objectContaining({
        id: 'l',
        organisation: 'Clos angevin',
        departure: '09:10',
        badgeReturned: true
      })
    ]);
  });

  it('tells the script all that was written', () => {
    const event = mine(events.visitorRegistered(line));
    expect(receptionFacts(event, deskReader(demoScene(), { reception: fold() }))).toEqual([
      {
        fait: 'visite.enregistree',
        visite: 'a',
        nom: 'Jean Aubry',
        organisme: '',
        motif: 'Livraison',
        pour: 'directrice',
        badge: '12',
        identite: false,
        texte: 'Jean Aubry Livraison Claire Morvan 12 08:34'
      }
    ]);
  });

  it('exports the register as a table and as printed, and what was said', async () => {
    const state = fold(came('a'), mine(events.visitorRegistered(line)));
    const files = await receptionExporter.exportAll(deskReader(demoScene(), { reception: state }));
    expect(files.map(({ name }) => name)).toEqual([
      'Registre_des_visiteurs.csv',
      'Registre_des_visiteurs.pdf',
      'Visites.csv'
    ]);
    const [table, printed] = files.map(({ bytes }) => new TextDecoder().decode(bytes));
    expect(table).toContain('08:34;Jean Aubry;;Livraison;Claire Morvan;non présentée;12;;');
    expect(printed?.startsWith('%PDF')).toBe(true);
  });

  it('has a key of its own', () => {
    const key = { code: 'KeyV', ctrlKey: true, altKey: true, shiftKey: false, metaKey: false };
    expect(receptionKey(key)).toBe(true);
    expect(receptionKey({ ...key, altKey: false })).toBe(false);
  });
});

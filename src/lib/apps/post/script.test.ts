import { describe, expect, it } from 'vitest';
import { ScriptedDesk } from '../../../../tests/builders/scripted-desk';
import { chatReceived, letterDelivered, noticeGiven } from '../../log/script-world';
import { letterDistributed, letterOpened } from './events';
import { insideOf, type PostState } from './state';

const SCRIPT = `
  - { id: lettre, a: "00:01", pli: { expediteur: Mobilier Loire, destinataire: Claire Morvan, mention: Personnel, contenu: [cgv.pdf] } }
  - { id: bien, quand: { fait: pli.distribue, pli: lettre, pour: directrice, ouvert: false }, annonce: { titre: Reçue fermée, texte: Merci } }
  - { id: ouverte, quand: { fait: pli.ouvert, pli: lettre }, discussion: { de: directrice, patience: 1 min, dialogue: { dit: { dit: "Vous l’avez ouverte ?", fin: dit } } } }
`;

/** A desk on which the letter has come. */
async function playing() {
  const desk = await ScriptedDesk.playing(SCRIPT);
  desk.waitUntil(2 * 60_000);
  return { desk, log: desk.run.log, letter: desk.state<PostState>('post').letters[0]!.id };
}

describe('a script about the post', () => {
  it('reacts to a letter given to the right person, still sealed', async () => {
    const { desk, log, letter } = await playing();
    expect(log.find((entry) => letterDelivered.is(entry))).toMatchObject({ d: { letter } });
    desk.does(letterDistributed({ letter, to: 'aubry', note: '' }));
    expect(desk.issues('bien')).toEqual([]);
    desk.does(letterDistributed({ letter, to: 'directrice', note: 'Pour vous' }));
    expect(log.findLast((entry) => noticeGiven.is(entry))).toMatchObject({ d: { title: 'Reçue fermée' } });
  });

  it('tells the desk what is inside when it is opened, and not before', async () => {
    const { desk, log, letter } = await playing();
    const inside = () => insideOf(desk.state<PostState>('post').letters[0]!);
    expect(JSON.stringify(log)).not.toContain('cgv.pdf');
    desk.does(letterOpened({ letter }));
    expect(inside()).toMatchObject([{ name: 'cgv.pdf' }]);
  });

  it('tells nothing of a letter that was given away sealed', async () => {
    const { desk, log, letter } = await playing();
    desk.does(letterDistributed({ letter, to: 'directrice', note: '' }));
    desk.does(letterOpened({ letter }));
    expect(JSON.stringify(log)).not.toContain('cgv.pdf');
  });

  it('reacts to a letter that should have stayed sealed', async () => {
    const { desk, log, letter } = await playing();
    desk.does(letterOpened({ letter }));
    expect(log.findLast((entry) => chatReceived.is(entry))).toMatchObject({ d: { person: 'directrice' } });
    desk.does(letterDistributed({ letter, to: 'directrice', note: '' }));
    expect(desk.issues('bien')).toEqual([]);
  });
});

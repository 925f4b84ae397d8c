import { describe, expect, it } from 'vitest';
import { does, issues, playScript, shown } from '../../../tests/builders/played-script';
import { visitorLeft, visitorSaid } from '../log/script-world';
import type { Simulation } from './simulate';

const SECOND = 1_000;
const MINUTE = 60_000;

const said = (run: Simulation) =>
  shown(run).flatMap(({ type, d }) =>
    type === 'phone.said' || type === visitorSaid.type ? [(d as { text: string }).text] : []
  );

const CALL = `
  - id: aubry
    a: "00:01"
    appel:
      de: aubry
      messagerie: "Jean Aubry, rappelez-moi."
      SILENCE
      dialogue:
        allo: { dit: "Bonjour.", choix: [{ id: oui, texte: "Bonjour.", vers: note }] }
        note: { dit: "Notez.", choix: [{ id: noter, action: message, vers: merci }] }
        merci: { dit: "Merci.", fin: noté }
`.replace('noté', 'note');
const call = (silence = 'attente: 2 min') => playScript(CALL.replace('SILENCE', silence));

async function answered(silence?: string): Promise<Simulation> {
  const run = await call(silence);
  run.waitUntil(MINUTE);
  does(run, { fait: 'appel.decroche', appel: run.state.conversation!.call });
  return run;
}

describe('a caller to whom nobody speaks', () => {
  it('asks again after a minute, then hangs up, and the line is free', async () => {
    const run = await answered();
    run.wait(MINUTE);
    expect(said(run)).toEqual(['Bonjour.']);
    run.wait(5 * SECOND);
    expect(said(run)).toEqual(['Bonjour.', 'Allô\u00a0? Vous m’entendez\u00a0?']);
    expect(issues(run, 'aubry')).toEqual([]);
    run.wait(40 * SECOND);
    expect(issues(run, 'aubry')).toEqual(['silence']);
    expect(run.state.conversation).toBeNull();
    expect(shown(run).at(-1)).toMatchObject({ type: 'phone.ended', d: { how: 'hung-up' } });
  });

  it('is answered when asking again, as at first', async () => {
    const run = await answered();
    run.wait(70 * SECOND);
    expect(run.state.beats['aubry']?.state).toBe('silence:allo');
    does(run, { fait: 'appel.choix', appel: run.state.conversation!.call, choix: 1 });
    expect(said(run).at(-1)).toBe('Notez.');
  });

  it('leaves three minutes to write a message down', async () => {
    const run = await answered();
    does(run, { fait: 'appel.choix', appel: run.state.conversation!.call, choix: 1 });
    run.wait(3 * MINUTE);
    expect(said(run).at(-1)).toBe('Notez.');
    run.wait(10 * SECOND);
    does(run, {
      fait: 'message.pris',
      appel: run.state.conversation!.call,
      pour: 'directrice',
      texte: 'Aubry'
    });
    expect(issues(run, 'aubry')).toEqual(['note']);
  });

  it('bears silence as long, and asks in the words, that the author says', async () => {
    const run = await answered('silence: { apres: 20 s, dit: "Il y a quelqu’un" }');
    run.wait(25 * SECOND);
    expect(said(run).at(-1)).toBe('Il y a quelqu’un');
    run.wait(15 * SECOND);
    expect(issues(run, 'aubry')).toEqual(['silence']);
  });

  it('asks in English on an English line', async () => {
    const run = await playScript(
      CALL.replace('SILENCE', 'sonnerie: 40 s').replace('allo: {', 'allo: { langue: en,')
    );
    run.waitUntil(MINUTE);
    does(run, { fait: 'appel.decroche', appel: run.state.conversation!.call });
    run.wait(70 * SECOND);
    expect(said(run).at(-1)).toBe('Hello? Can you hear me?');
  });

  it('waits again once taken back from hold', async () => {
    const run = await answered();
    const { call: line } = run.state.conversation!;
    does(run, { fait: 'appel.attente', appel: line });
    run.wait(MINUTE);
    does(run, { fait: 'appel.repris', appel: line });
    run.wait(MINUTE);
    expect(said(run).at(-1)).toBe('Oui, je suis toujours là.');
    run.wait(MINUTE);
    run.wait(MINUTE);
    expect(issues(run, 'aubry')).toEqual(['silence']);
  });
});

describe('a visitor received without a word', () => {
  it('insists after three minutes, then leaves', async () => {
    const run = await playScript(`
  - id: livreur
    a: "00:01"
    visite:
      de: aubry
      apparence: Un livreur
      patience: 2 min
      dialogue:
        allo: { dit: "Bonjour.", saisie: [{ vers: merci }] }
        merci: { dit: "Merci.", fin: recu }
`);
    run.waitUntil(MINUTE);
    const visite = (shown(run)[0]!.d as { visit: string }).visit;
    does(run, { fait: 'visite.accueillie', visite });
    run.wait(3 * MINUTE);
    expect(said(run)).toEqual(['Bonjour.']);
    run.wait(5 * SECOND);
    expect(said(run).at(-1)).toBe('Excusez-moi… Vous m’entendez\u00a0?');
    run.wait(2 * MINUTE);
    expect(issues(run, 'livreur')).toEqual(['silence']);
    expect(shown(run).at(-1)).toMatchObject({ type: visitorLeft.type, d: { how: 'tired' } });
  });
});

describe('an engaged line', () => {
  const SECOND_CALL = `${CALL}
  - id: directrice
    a: "00:01:10"
    simultane: true
    appel:
      de: directrice
      occupe: { rappel: 10 s, fois: 2 }
      messagerie: "Claire Morvan."
      dialogue: { allo: { dit: "Bonjour.", fin: ok } }
`;

  it('is tried again a few times, then the voicemail takes the call', async () => {
    const run = await playScript(SECOND_CALL.replace('SILENCE', 'silence: { apres: 10 min }'));
    run.waitUntil(MINUTE);
    does(run, { fait: 'appel.decroche', appel: run.state.conversation!.call });
    run.wait(2 * MINUTE);
    const busy = shown(run).filter(({ d }) => (d as { how?: string }).how === 'busy');
    expect(busy.map(({ t }) => t)).toEqual([70_000, 80_000, 90_000]);
    expect(issues(run, 'directrice')).toEqual(['messagerie']);
    expect(shown(run).at(-1)).toMatchObject({ t: 90_000, type: 'phone.voicemail-left' });
  });

  it('rings as soon as it is found free', async () => {
    const run = await playScript(SECOND_CALL.replace('SILENCE', 'silence: { apres: 10 min }'));
    run.waitUntil(MINUTE);
    const line = run.state.conversation!.call;
    does(run, { fait: 'appel.decroche', appel: line });
    run.waitUntil(85 * SECOND);
    does(run, { fait: 'appel.raccroche', appel: line });
    run.waitUntil(90 * SECOND);
    expect(run.state.conversation?.beat).toBe('directrice');
  });
});

describe('an answering machine', () => {
  const machine = async () => {
    const run = await playScript(`
  - id: mot
    a: "00:05"
    courriel: { de: aubry, objet: Mot, corps: Bonjour. }
`);
    Object.assign(run.scenario.compiled, {
      answering: [{ person: 'aubry', numbers: ['aubry'], text: 'Laissez un message.', lang: 'fr' }]
    });
    does(run, { fait: 'appel.passe', numero: 'aubry', appel: 'mine' });
    expect(shown(run).at(-1)).toMatchObject({ type: 'phone.said', d: { machine: true } });
    return run;
  };

  it('hangs up by itself when nothing is said', async () => {
    const run = await machine();
    run.wait(MINUTE);
    expect(run.state.conversation?.call).toBe('mine');
    run.wait(10 * SECOND);
    expect(run.state.conversation).toBeNull();
    expect(shown(run).at(-1)).toMatchObject({ type: 'phone.ended', d: { call: 'mine', how: 'hung-up' } });
  });

  it('stops waiting when a message is left', async () => {
    const run = await machine();
    does(run, { fait: 'appel.dit', appel: 'mine', texte: 'Rappelez-nous.' });
    expect(run.state.conversation).toBeNull();
    expect(run.state.dues.map(({ beat }) => beat)).not.toContain('repondeur');
  });
});

import { describe, expect, it } from 'vitest';
import { does, issues, masterScript, playScript, shown } from '../../../tests/builders/played-script';
import { runnable } from './beat';
import { beatTriggered } from './events';
import { Equality } from './equality';
import { beatsOf } from './queries';
import { playSensible } from './sensible-candidate';
import { Simulation } from './simulate';

const MINUTE = 60_000;

const CALL = `
  - id: appel_aubry
    a: "00:02"
    appel:
      de: aubry
      messagerie: "Jean Aubry. Rappelez-moi."
      dialogue: { allo: { dit: "Bonjour.", fin: entendu } }
`;
const CALLBACK = `
  - id: rappel_aubry
    quand: { tous: [{ evenement: appel_aubry, issue: messagerie }, { fait: appel.passe, numero: aubry }] }
    appel:
      de: aubry
      dialogue:
        enfin: { dit: "Merci de me rappeler.", choix: [{ id: oui, texte: "Je vous écoute.", vers: bien }] }
        bien: { dit: "C’est noté.", fin: rappele }
`;
const SCRIPT = CALLBACK + CALL;

const dials = (run: Simulation, call: string) =>
  does(run, { fait: 'appel.passe', numero: 'aubry', appel: call });
const last = (run: Simulation) => shown(run).at(-1);

describe('a call back after a voicemail', () => {
  it('is answered by the person, in the candidate’s own call', async () => {
    const run = await playScript(SCRIPT);
    run.waitUntil(4 * MINUTE);
    expect(issues(run, 'appel_aubry')).toEqual(['messagerie']);
    expect(run.state.beats['rappel_aubry']?.state).toBe('reachable');
    dials(run, 'mine');
    expect(last(run)).toMatchObject({
      type: 'phone.said',
      d: { call: 'mine', text: 'Merci de me rappeler.' }
    });
    expect(shown(run).filter(({ type }) => type === 'phone.rang')).toHaveLength(1);
    does(run, { fait: 'appel.choix', appel: 'mine', choix: 1 });
    expect(issues(run, 'rappel_aubry')).toEqual(['rappele']);
  });

  it('is not answered before, nor counts for later', async () => {
    const run = await playScript(SCRIPT);
    dials(run, 'early');
    expect(last(run)).toMatchObject({ type: 'phone.ended', d: { call: 'early', how: 'missed' } });
    run.waitUntil(4 * MINUTE);
    expect(run.state.conversation).toBeNull();
    dials(run, 'later');
    expect(run.state.conversation).toEqual({ beat: 'rappel_aubry', call: 'later' });
  });

  it('waits for the line to be free', async () => {
    const run = await playScript(
      SCRIPT.replace(/$/, CALL.replace('appel_aubry', 'autre').replace('02', '04'))
    );
    run.waitUntil(4 * MINUTE);
    does(run, { fait: 'appel.decroche', appel: run.state.conversation!.call });
    dials(run, 'mine');
    expect(last(run)).toMatchObject({ type: 'phone.ended', d: { call: 'mine', how: 'busy' } });
    expect(run.state.beats['rappel_aubry']?.state).toBe('reachable');
  });

  it('may be put off by a delay, and opened by the proctor', async () => {
    const run = await playScript(SCRIPT.replace('    appel:', '    delai: 5 min\n    appel:'));
    run.waitUntil(4 * MINUTE);
    dials(run, 'soon');
    expect(run.state.conversation).toBeNull();
    run.do({ by: 'proctor', gesture: beatTriggered({ beat: 'rappel_aubry' }) });
    expect(run.state.conversation).toBeNull();
    expect(beatsOf(run.scenario.compiled, run.state).find(({ id }) => id === 'rappel_aubry')?.status).toBe(
      'waiting'
    );
    dials(run, 'mine');
    expect(run.state.conversation?.call).toBe('mine');
  });

  it('comes to nothing when nobody calls back', async () => {
    const run = await playScript(SCRIPT);
    run.finish();
    expect(issues(run, 'rappel_aubry')).toEqual(['sans_objet']);
  });

  it('is made by candidates who do what is asked of them', async () => {
    const scenario = runnable(
      (
        await masterScript(
          SCRIPT.replace('appel_aubry, issue: messagerie', 'appel_aubry').replace(/"00:02"/, '"00:01"')
        )
      ).compiled
    );
    const run = playSensible(scenario, { answers: true, handsIn: 'never', rightAmounts: true });
    expect(issues(run, 'rappel_aubry')).toEqual(['rappele']);
  });
});

it('a person whom one may call from an hour on is not expected at that hour by the equality report', async () => {
  const { compiled } = await masterScript(CALLBACK.replace(/\{ evenement[^}]*\}/, '{ heure: "00:05" }'));
  const scenario = runnable(compiled);
  const equality = new Equality(compiled);
  for (const at of [6, 7]) {
    const run = new Simulation(scenario);
    run.start();
    run.waitUntil(at * MINUTE);
    dials(run, 'mine');
    expect(run.state.conversation?.call).toBe('mine');
    run.finish();
    equality.add(String(at), run.log);
  }
  expect(equality.report()).toMatchObject({ stimuli: 0, exceptions: [] });
});

it('somebody who rings at the very moment of a call takes the line from the answering machine', async () => {
  const run = await playScript(`
  - id: presse
    quand: { fait: courriel.lu }
    appel: { de: directrice, dialogue: { allo: { dit: "Bonjour.", fin: ok } } }
`);
  Object.assign(run.scenario.compiled, {
    answering: [{ person: 'aubry', numbers: ['aubry'], text: 'Laissez un message.', lang: 'fr' }]
  });
  // Scenarios mastered before could ring at a dialling: the same beat, moved to that fact.
  const beat = run.scenario.beats.get('presse')!.beat as { config: { states: Record<string, unknown> } };
  const { 'courriel.lu': ways, ...rest } = (beat.config.states['waiting'] as { on: Record<string, unknown> })
    .on;
  const compiled = structuredClone(run.scenario.compiled) as unknown as {
    beats: { id: string; config: { states: Record<string, unknown> } }[];
  };
  compiled.beats.find(({ id }) => id === 'presse')!.config.states['waiting'] = {
    on: {
      ...rest,
      'appel.passe': [
        {
          ...(ways as object[])[0],
          guard: { type: 'test', params: { is: 'fact', test: { fact: 'appel.passe', where: {} } } }
        }
      ]
    }
  };
  const again = new Simulation(runnable(compiled as never));
  again.start();
  dials(again, 'mine');
  expect(again.state.conversation?.beat).toBe('presse');
  expect(last(again)).toMatchObject({ type: 'phone.ended', d: { call: 'mine', how: 'busy' } });
});

import { describe, expect, it } from 'vitest';
import { does, exampleWorld } from '../../../tests/builders/played-script';
import { runnable } from './beat';
import { Simulation } from './simulate';

const MINUTE = 60_000;

describe('one conversation at a time', () => {
  const second = `
  - id: appel_directrice
    a: "00:05:20"
    appel:
      de: directrice
      OCCUPE
      messagerie: "C’est Claire Morvan."
      dialogue: { bonjour: { dit: "Bonjour.", fin: ok } }
`;
  const withSecond = (engaged: string) =>
    exampleWorld((texts) => {
      texts.scenario += second.replace('OCCUPE', engaged);
    });

  it('finds the line engaged and calls again', async () => {
    const world = await withSecond('occupe: { rappel: 1 min }');
    const run = new Simulation(world.scenario);
    run.start();
    run.waitUntil(5 * MINUTE);
    does(run, { fait: 'appel.decroche', appel: run.state.conversation!.call });
    run.waitUntil(5 * MINUTE + 20_000);
    expect(run.log.at(-2)?.d).toMatchObject({ how: 'busy', name: 'Claire Morvan', number: '201' });
    does(run, { fait: 'appel.raccroche', appel: run.state.conversation!.call });
    expect(run.state.issues['appel_aubry']).toEqual(['raccroche']);
    run.wait(MINUTE);
    expect(run.state.conversation?.beat).toBe('appel_directrice');
  });

  it('finds the line engaged and leaves a voice message', async () => {
    const world = await withSecond('occupe: messagerie');
    const run = new Simulation(world.scenario);
    run.start();
    run.waitUntil(5 * MINUTE + 20_000);
    expect(run.state.issues['appel_directrice']).toEqual(['messagerie']);
  });

  it('answers a candidate who dials a scripted number, in the candidate’s own call', async () => {
    const world = await exampleWorld((texts) => {
      texts.scenario += `
  - id: rappel_directrice
    quand: { fait: appel.passe, numero: directrice }
    appel:
      de: directrice
      dialogue:
        allo: { dit: "Oui ?", choix: [{ id: dire, texte: "M. Aubry a appelé.", vers: bien }] }
        bien: { dit: "Merci.", fin: prevenue }
`;
    });
    const run = new Simulation(world.scenario);
    run.start();
    does(run, { fait: 'appel.passe', numero: '201', appel: 'call-mine' });
    expect(run.log.findLast(({ by }) => by === 'script')).toMatchObject({
      type: 'phone.said',
      d: { call: 'call-mine', text: 'Oui ?' }
    });
    does(run, { fait: 'appel.choix', appel: 'call-mine', choix: 1 });
    expect(run.state.issues['rappel_directrice']).toEqual(['prevenue']);
  });

  it('cancels an event that is no longer needed', async () => {
    const world = await exampleWorld((texts) => {
      texts.scenario = texts.scenario.replace(
        '  - id: panne\n    manuel: true',
        '  - id: panne\n    a: "00:10"\n    annule_si: { fait: courriel.lu }'
      );
    });
    const run = new Simulation(world.scenario);
    run.start();
    does(run, { fait: 'courriel.lu', courriel: 'x' });
    expect(run.state.issues['panne']).toEqual(['sans_objet']);
  });

  it('cuts beats that answer each other without end', async () => {
    const world = await exampleWorld();
    const loop = structuredClone(world.scenario.compiled) as unknown as {
      beats: { id: string; config: unknown }[];
    };
    loop.beats.find(({ id }) => id === 'panne')!.config = {
      id: 'panne',
      initial: 'a',
      states: { a: { after: { for_0: 'b' } }, b: { after: { for_0: 'a' } } }
    };
    const run = new Simulation(runnable(loop as never));
    run.start();
    run.do({ tick: true });
    expect(run.log.filter((entry) => entry.type === 'engine.loop-cut')).toHaveLength(1);
    run.finish();
    expect(run.state.ended).toBe('time');
  });
});

import { describe, expect, it } from 'vitest';
import { exampleFolder, masterForTest } from '../../../../tests/builders/example-scenario';
import { runnable } from '../../engine/beat';
import { Simulation } from '../../engine/simulate';
import { foldDesk, deskReader, openDesk, type AnyModel } from '../../desk/fold';
import { treeModel } from '../../desk/files/model';
import type { Gesture } from '../../log/entry';
import { chatReceived, letterDelivered, noticeGiven } from '../../log/script-world';
import { letterDistributed, letterOpened } from './events';
import { postFacts } from './facts';
import { postModel } from './model';
import type { PostState } from './state';

const SCRIPT = `deroule:
  - { id: lettre, a: "00:01", pli: { expediteur: Mobilier Loire, destinataire: Claire Morvan, mention: Personnel, contenu: [cgv.pdf] } }
  - { id: bien, quand: { fait: pli.distribue, pli: lettre, pour: directrice, ouvert: false }, annonce: { titre: Reçue fermée, texte: Merci } }
  - { id: ouverte, quand: { fait: pli.ouvert, pli: lettre }, discussion: { de: directrice, patience: 1 min, dialogue: { dit: { dit: "Vous l’avez ouverte ?", fin: dit } } } }
`;

/** A desk that folds what the engine writes, and gives back the facts of what the candidate does. */
async function playing() {
  const folder = exampleFolder((texts) => {
    texts.scenario = `${texts.scenario.replace(/deroule:[\s\S]*/, '').replace(/ {4}attendus:[\s\S]*?(?=\n\n)/, '')}${SCRIPT}`;
    texts.grid = 'format: 1\nreferentiel: SA-2017\ncriteres: {}\n';
    texts.run = 'format: 1\ntitre: Personne\netapes: []\n';
  });
  const { compiled, candidate } = await masterForTest(folder);
  const run = new Simulation(runnable(compiled), { seed: 'essai' });
  run.start();
  const models = [treeModel, postModel] as unknown as readonly AnyModel[];
  let states = openDesk(models, candidate);
  run.waitUntil(2 * 60_000);
  for (const entry of run.log.filter(({ by }) => by === 'script'))
    states = foldDesk(models, states, { ...entry, t: 60_000 });
  return {
    run,
    candidate,
    post: () => states.post as PostState,
    does(gesture: Gesture) {
      const event = { ...gesture, by: 'candidate', t: run.wall } as const;
      states = foldDesk(models, states, event);
      run.do({ by: 'candidate', gesture, facts: postFacts(event, deskReader(candidate, states)) });
    }
  };
}

describe('a script about the post', () => {
  it('reacts to a letter given to the right person, still sealed', async () => {
    const { run, candidate, post, does } = await playing();
    expect(candidate.channels).toContain('post');
    const letter = post().letters[0]!;
    expect(run.log.find((entry) => letterDelivered.is(entry))).toMatchObject({ d: { letter: letter.id } });
    does(letterDistributed({ letter: letter.id, to: 'aubry', note: '' }));
    expect(run.state.issues.bien).toBeUndefined();
    does(letterDistributed({ letter: letter.id, to: 'directrice', note: 'Pour vous' }));
    expect(run.log.findLast((entry) => noticeGiven.is(entry))).toMatchObject({
      d: { title: 'Reçue fermée' }
    });
  });

  it('reacts to a letter that should have stayed sealed', async () => {
    const { run, post, does } = await playing();
    const letter = post().letters[0]!.id;
    does(letterOpened({ letter }));
    expect(run.log.findLast((entry) => chatReceived.is(entry))).toMatchObject({
      d: { person: 'directrice' }
    });
    does(letterDistributed({ letter, to: 'directrice', note: '' }));
    expect(run.state.issues.bien).toBeUndefined();
  });
});

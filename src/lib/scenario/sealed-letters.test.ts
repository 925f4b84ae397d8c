import { beforeAll, describe, expect, it } from 'vitest';
import { masterForTest } from '../../../tests/builders/example-scenario';
import { secretsOf, sealedPost, SHEETS } from '../../../tests/builders/sealed-post';
import { checkScenario } from './check';
import type { MasteredScenario } from './master';

describe('sealed letters', () => {
  let mastered: MasteredScenario;
  beforeAll(async () => {
    mastered = await masterForTest(sealedPost());
  });

  it('are a scenario without a fault', () => {
    expect(checkScenario(sealedPost())).toEqual([]);
  });

  it('may not share a name between the tray and the script: one would tell the other’s inside', () => {
    const faults = checkScenario(sealedPost((text) => text.replace('id: avocat', 'id: notaire')));
    expect(faults.map(({ code }) => code)).toContain('nom.double');
  });

  it('leave in the candidate’s package their envelope alone', () => {
    expect(mastered.candidate.letters).toMatchObject([
      { envelope: { sender: 'Étude Pineau', mention: 'Personnel' } }
    ]);
    const package_ = JSON.stringify(mastered.candidate);
    for (const secret of Object.values(SHEETS).flatMap(secretsOf)) expect(package_).not.toContain(secret);
  });

  it('put in what a letter of the script delivers its envelope alone', () => {
    const script = JSON.stringify(mastered.compiled.beats);
    expect(script).toContain('Cabinet Roche');
    for (const secret of secretsOf(SHEETS.later)) expect(script).not.toContain(secret);
  });

  it('leave to the engine what is inside each, and the event that brings it', () => {
    expect(mastered.compiled.letters).toMatchObject([
      { id: 'notaire', key: mastered.candidate.letters![0]!.id, content: [{ blob: SHEETS.tray.hash }] },
      { id: 'avocat', beat: 'avocat', content: [{ blob: SHEETS.later.hash }] }
    ]);
    expect(mastered.compiled.letters![0]).not.toHaveProperty('beat');
  });
});

import { describe, expect, it } from 'vitest';
import { demoScene } from '../../../../tests/builders/demo-scene';
import { deskReader } from '../../desk/fold';
import { deliverableSubmitted } from './events';
import { handInFacts } from './facts';
import { handInFrozen } from '../../log/hand-in-frozen';
import { handInModel, keptCopy, lastReceipt } from './model';
import { handInReceipts, keptTitles } from './receipts';

const submit = (receipt: string, t: number) => ({
  ...deliverableSubmitted({
    receipt,
    task: 'reclamation',
    deliverable: 'lettre',
    file: `copy-${receipt}`,
    origin: 'f',
    name: 'LETTRE.docx'
  }),
  by: 'candidate' as const,
  t
});
const DEADLINE = 20 * 60_000;

describe('hand-in', () => {
  it('counts the last copy, keeps the others, and says which came at the deadline or after', () => {
    const scene = demoScene();
    const state = [submit('1', 1_000), submit('2', DEADLINE - 1), submit('3', DEADLINE)].reduce(
      handInModel.reduce,
      handInModel.open(scene)
    );
    expect(state.receipts.map((receipt) => receipt.late)).toEqual([false, false, true]);
    expect(lastReceipt(state, 'reclamation', 'lettre')?.file).toBe('copy-3');
    expect(handInReceipts(scene.tasks, state)).toEqual([
      { id: '3', title: 'Lettre de réponse', file: 'LETTRE.docx', atMs: DEADLINE, late: true }
    ]);
  });

  it('knows what was kept at the deadline, and tells it at the end unless it was handed in', () => {
    const scene = demoScene();
    const file = { file: 'f', name: 'LETTRE.docx', kind: 'text', changedMs: 5 } as const;
    const deliverables = [{ deliverable: 'lettre', files: [file] }];
    const frozen = handInFrozen({ task: 'reclamation', cause: 'deadline', deliverables });
    const late = handInModel.reduce(handInModel.open(scene), { ...frozen, by: 'script', t: DEADLINE });
    expect(keptCopy(late, 'reclamation', 'lettre')).toMatchObject({ atMs: DEADLINE, files: 1 });
    expect(keptTitles(scene.tasks, late)).toEqual(['Lettre de réponse']);
    const state = handInModel.reduce(late, submit('1', DEADLINE + 60_000));
    expect(state.receipts).toMatchObject([{ late: true }]);
    expect(keptTitles(scene.tasks, state)).toEqual([]);
  });

  it('tells the script', () => {
    expect(handInFacts(submit('1', 0), deskReader(demoScene(), {}))).toEqual([
      { fait: 'document.remis', tache: 'reclamation', production: 'lettre', nom: 'LETTRE.docx' }
    ]);
  });
});

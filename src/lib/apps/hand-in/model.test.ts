import { describe, expect, it } from 'vitest';
import { demoScene } from '../../../../tests/builders/demo-scene';
import { deskReader } from '../../desk/fold';
import { deliverableSubmitted } from './events';
import { handInFacts } from './facts';
import { handInModel, lastReceipt } from './model';
import { handInReceipts } from './receipts';

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
  it('counts the last copy, keeps the others, and says which came after the deadline', () => {
    const scene = demoScene();
    const state = [submit('1', 1_000), submit('2', DEADLINE), submit('3', DEADLINE + 1)].reduce(
      handInModel.reduce,
      handInModel.open(scene)
    );
    expect(state.receipts.map((receipt) => receipt.late)).toEqual([false, false, true]);
    expect(lastReceipt(state, 'reclamation', 'lettre')?.file).toBe('copy-3');
    expect(handInReceipts(scene.tasks, state)).toEqual([
      { id: '3', title: 'Lettre de réponse', file: 'LETTRE.docx', atMs: DEADLINE + 1, late: true }
    ]);
  });

  it('tells the script', () => {
    expect(handInFacts(submit('1', 0), deskReader(demoScene(), {}))).toEqual([
      { fait: 'document.remis', tache: 'reclamation', production: 'lettre', nom: 'LETTRE.docx' }
    ]);
  });
});

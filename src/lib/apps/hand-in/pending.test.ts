import { describe, expect, it } from 'vitest';
import type { TaskSheet } from '../../scene/scene';
import type { Receipt } from './model';
import { isPending } from './pending';

const deliverable = (id: string, handIn = true) => ({ id, title: id, kind: 'texte', handIn });
const task = (...deliverables: TaskSheet['deliverables']): TaskSheet => ({
  ...{ id: 't1', title: 'Lettre', instruction: '' },
  deliverables
});
const state = (...handedIn: string[]) => ({
  receipts: handedIn.map((id) => ({ task: 't1', deliverable: id }) as Receipt)
});

describe('what is still to be handed in', () => {
  it('is pending until every deliverable has been handed in', () => {
    const letter = task(deliverable('lettre'), deliverable('tableau'));
    expect(isPending(state(), letter)).toBe(true);
    expect(isPending(state('lettre'), letter)).toBe(true);
    expect(isPending(state('lettre', 'tableau'), letter)).toBe(false);
  });

  it('stays pending where a mail or an appointment is asked, of which nothing is known', () => {
    expect(isPending(state('lettre'), task(deliverable('lettre'), deliverable('rdv', false)))).toBe(true);
  });
});

import { describe, expect, it } from 'vitest';
import type { ProductionLine, Showing } from '../copy/copy-file';
import { firstSelection, instantOf } from './selection';
import { historyOf, versionsOf } from './versions';

const MINUTE = 60_000;
const showing: Showing = { kind: 'facts', title: 'Remise', lines: [] };
const nothing: ProductionLine = {
  ...{ task: 't', production: 'p', title: 'Lettre', kind: 'texte' },
  ...{ received: null, kept: null }
};
const received = {
  ...{ n: 9, t: 30 * MINUTE, late: false, lateMs: 0, times: [30 * MINUTE], showing, inTime: null }
};
const file = { file: 'f', name: 'Lettre.docx', changedMs: 1, showing };
const kept = { n: 5, t: 20 * MINUTE, cause: 'deadline', files: [file] } as const;
const told = (line: Partial<ProductionLine>) => historyOf({ ...nothing, ...line }).replaceAll('\u00a0', ' ');

describe('how a production came, in the juror’s words', () => {
  it('says nothing of a production in time, nor of one of a log that kept nothing', () => {
    expect([told({ received }), told({})]).toEqual(['', '']);
    expect(versionsOf({ ...nothing, received }).map(({ n }) => n)).toEqual([9]);
  });

  it('says what the deadline, or the end, found', () => {
    expect(told({ kept })).toBe('Rien de remis à l’échéance.');
    expect(told({ kept: { ...kept, cause: 'end' } })).toBe('Rien de remis à la fin de l’épreuve.');
  });

  it('counts how late it is, and how often it was handed in', () => {
    const late = { ...received, late: true, lateMs: 10 * MINUTE };
    expect(told({ received: late })).toBe('Remise 10 min après l’échéance.');
    expect(told({ received: { ...late, lateMs: 0 } })).toBe('Remise à l’échéance même.');
    expect(told({ received: { ...late, times: [1, 2] }, kept })).toBe(
      'Rien de remis à l’échéance ; remise 10 min plus tard. Remise 2 fois : voici la dernière.'
    );
  });
});

it('shows the instant of the copy that was kept', () => {
  const line = { ...nothing, kept };
  const selection = firstSelection({
    ...{ productions: [line], traces: [], findings: [], marks: [] },
    ...{ lastMs: 0, endMs: 0 }
  });
  expect(instantOf(selection)).toBe(20 * MINUTE);
});

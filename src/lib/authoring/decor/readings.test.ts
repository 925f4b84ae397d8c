import { describe, expect, it } from 'vitest';
import { READINGS, type TypedKind } from './readings';

const read = (kind: TypedKind, text: string) => {
  const result = READINGS[kind].read(text);
  return 'fault' in result ? null : result.value;
};

describe('what an author types', () => {
  it.each([
    ['money', '1\u202f250,40 €', 1250.4],
    ['money', '62.5', 62.5],
    ['money', '0,005', null],
    ['percent', '5,5 %', 5.5],
    ['percent', '-3', null],
    ['count', '-2', -2],
    ['count', '2,5', null],
    ['day', '17/03/2026', '2026-03-17'],
    ['day', 'mardi 17 mars 2026', '2026-03-17'],
    ['day', '1er août 2026', '2026-08-01'],
    ['day', '2026-03-17', '2026-03-17'],
    ['day', '31/02/2026', null],
    ['day', 'hier', null],
    ['instant', '17/03/2026 8 h 32', '2026-03-17 08:32'],
    ['instant', '17/03/2026 08:32', '2026-03-17 08:32'],
    ['instant', '17 mars 2026 à 14 h', '2026-03-17 14:00'],
    ['instant', '17/03/2026 25 h', null],
    ['instant', '17/03/2026', null],
    ['exam-time', '25 min', '00:25'],
    ['exam-time', '25', '00:25'],
    ['exam-time', '1 h 30', '01:30'],
    ['exam-time', '2 h', '02:00'],
    ['exam-time', '12 min 30 s', '00:12:30'],
    ['exam-time', '00:25', '00:25'],
    ['exam-time', 'midi', null],
    ['phone', '0261910412', '02 61 91 04 12'],
    ['phone', '+33 2.61.91.04.12', '+33 2 61 91 04 12'],
    ['phone', 'aucun', null],
    ['extension', '0201', '0201'],
    ['email', 'a@b.example', 'a@b.example'],
    ['email', 'a@b', null]
  ] as const)('%s: « %s » is %s', (kind, text, value) => {
    expect(read(kind, text)).toBe(value);
  });

  it.each([
    ['money', 1250.4, '1\u202f250,40'],
    ['percent', 5.5, '5,5'],
    ['day', '2026-03-17', '17/03/2026'],
    ['instant', '2026-03-17 08:05', '17/03/2026 8\u00a0h\u00a005'],
    ['exam-time', '00:25', '25\u00a0min'],
    ['exam-time', '01:00', '1\u00a0h'],
    ['exam-time', '00:12:30', '12\u00a0min 30\u00a0s'],
    ['exam-time', 'presque', 'presque'],
    ['phone', '02 61 91 04 12', '02 61 91 04 12'],
    ['lines', ['12, rue', '49000 ANGERS'], '12, rue\n49000 ANGERS']
  ] as const)('%s: %s is shown « %s », and read back the same', (kind, value, shown) => {
    expect(READINGS[kind].show(value)).toBe(shown);
    const back = READINGS[kind].read(shown);
    if (value !== 'presque') expect(back).toEqual({ value });
  });
});

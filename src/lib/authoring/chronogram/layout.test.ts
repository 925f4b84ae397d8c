import { describe, expect, it } from 'vitest';
import { keptScroll, LABEL_WIDTH, placeMarks, tickMinutes, ticksOf } from './layout';
import type { Mark } from './timeline';
import { cueInWords, outcomeWords, shortTitle, spanWords } from './words';

const mark = (key: string, atMs: number, toMs = atMs): Mark => ({
  key,
  lane: 'mail',
  title: key,
  cue: '',
  atMs,
  spans: toMs > atMs ? [{ what: 'talk', fromMs: atMs, toMs }] : [],
  event: null,
  conditional: false,
  movable: false,
  outcome: null,
  shape: 'event'
});

describe('the places of marks', () => {
  it('never let two labels of a lane run over each other, and use few rows', () => {
    const marks = [0, 1, 2, 30, 31, 90].map((minute) => mark(`m${minute}`, minute * 60_000));
    for (const pxPerMinute of [1, 6, 40, 300]) {
      const [lane] = placeMarks(marks, pxPerMinute / 60_000);
      for (const [at, one] of lane!.placed.entries())
        for (const other of lane!.placed.slice(at + 1))
          expect(
            one.row !== other.row || one.x + one.width <= other.x || other.x + other.width <= one.x
          ).toBe(true);
    }
    expect(placeMarks(marks, 300 / 60_000)[0]!.rows).toBe(1);
  });

  it('leave empty lanes out, and give a long bar its whole length', () => {
    const lanes = placeMarks([mark('long', 0, 600_000)], 1 / 1000);
    expect(lanes.map(({ id }) => id)).toEqual(['mail']);
    expect(lanes[0]!.placed[0]!.width).toBe(Math.max(600, LABEL_WIDTH));
  });

  it('give ticks that have room for their labels, and the end of the exam', () => {
    for (const pxPerMinute of [0.5, 2, 9, 30, 70])
      expect(tickMinutes(pxPerMinute) * pxPerMinute >= 30).toBe(true);
    expect(ticksOf(1_500_000, 6)).toEqual([0, 600_000, 1_200_000, 1_500_000]);
  });

  it('keep under the pointer what is there when the scale changes', () => {
    const scroll = keptScroll(200, 100, 1000, 2000);
    expect((scroll + 100) / 2000).toBeCloseTo((200 + 100) / 1000);
    expect(keptScroll(0, 100, 2000, 1000)).toBe(0);
  });
});

describe('the words of the chronogramme', () => {
  it('are French, not names of the format', () => {
    expect(cueInWords('quand\u00a0: courriel.envoye, après 30 s')).toBe(
      'quand\u00a0: le candidat envoie un courriel, après 30 s'
    );
    expect(cueInWords('quand\u00a0: aucun courriel.envoye pendant 48 min')).toBe(
      'quand\u00a0: rien pendant 48 min de ceci\u00a0: le candidat envoie un courriel'
    );
    expect(cueInWords('après tâche lettre (en_retard)')).toBe('après tâche lettre (en retard)');
    expect(shortTitle('Courriel de Claire Morvan\u00a0: Comité')).toBe('Claire Morvan\u00a0: Comité');
    expect(shortTitle('Appel d’Emily Whitfield')).toBe('Emily Whitfield');
    expect([outcomeWords('envoye'), outcomeWords('message_complet'), outcomeWords(null)]).toEqual([
      '',
      'message complet',
      ''
    ]);
    expect(spanWords({ what: 'ring', fromMs: 0, toMs: 40_000 })).toBe('sonne 40\u00a0s');
  });
});

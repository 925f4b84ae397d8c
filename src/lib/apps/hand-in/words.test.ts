import { describe, expect, it } from 'vitest';
import { keptWords, punctuality } from './words';

const MINUTE = 60_000;
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('the words of « Remise »', () => {
  it('say by how much a production is late', () => {
    expect(punctuality({ late: false, atMs: 5 }, 10)).toBe('à l’heure');
    expect(plain(punctuality({ late: true, atMs: 32 * MINUTE + 5 }, 20 * MINUTE))).toBe(
      'en retard (+ 12 min)'
    );
    expect(punctuality({ late: true, atMs: 20 * MINUTE }, 20 * MINUTE)).toBe('en retard');
  });

  it('say calmly that a copy was kept', () => {
    expect(plain(keptWords('10 h 30', 1))).toBe('Échéance de 10 h 30 passée : une copie a été conservée');
    expect(plain(keptWords('10 h 30', 0))).toBe('Échéance de 10 h 30 passée : rien n’était à conserver');
  });
});

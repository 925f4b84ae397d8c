import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { contentFits, hidesTooMuch } from './piece-content';
import { zipOf } from './fixtures';

const PIECES = 'scenarios/verdelis-decouverte/pieces/';
const text = (words: string) => new TextEncoder().encode(words);

describe('what a piece really is', () => {
  it.each(['modele-lettre.docx', 'tarif-2026.xlsx', 'organigramme.pdf', 'aubry-accueil.mp3'])(
    'is recognised: %s',
    async (name) => {
      const bytes = new Uint8Array(await readFile(PIECES + name));
      expect(contentFits(name, bytes)).toBe(true);
      for (const other of ['x.docx', 'x.xlsx', 'x.pdf', 'x.png', 'x.eml', 'x.ics', 'x.vcf', 'x.csv'])
        if (!other.endsWith(name.slice(-4))) expect(contentFits(other, bytes), other).toBe(false);
    }
  );

  it.each([
    ['courriel.eml', text('From: a@b.example\r\nSubject: x\r\n\r\nBonjour'), true],
    ['courriel.eml', text('Bonjour tout le monde\n'), false],
    ['agenda.ics', text('\uFEFFBEGIN:VCALENDAR\r\nEND:VCALENDAR'), true],
    ['agenda.ics', text('BEGIN:VCARD\r\nEND:VCARD'), false],
    ['clients.csv', text('nom;ville\nAubry;Angers\n'), true],
    ['clients.csv', Uint8Array.of(0x4d, 0x5a, 0, 0), false],
    ['photo.png', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0), true],
    ['lettre.docx', zipOf({ 'bonjour.txt': 'x' }), false],
    ['vide.csv', new Uint8Array(), false],
    ['outil.exe', text('MZ'), false]
  ])('%s', (name, bytes, fits) => {
    expect(contentFits(name, bytes)).toBe(fits);
  });

  it('an office file that hides far more than it weighs is told from an honest one', async () => {
    const bomb = zipOf({
      '[Content_Types].xml': '<Types/>',
      'xl/worksheets/sheet1.xml': 'A'.repeat(21_000_000)
    });
    expect(bomb.length).toBeLessThan(100_000);
    expect(contentFits('classeur.xlsx', bomb)).toBe(true);
    expect(hidesTooMuch('classeur.xlsx', bomb)).toBe(true);
    const honest = new Uint8Array(await readFile(`${PIECES}tarif-2026.xlsx`));
    expect(hidesTooMuch('tarif-2026.xlsx', honest)).toBe(false);
  });
});

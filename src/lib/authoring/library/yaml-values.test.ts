import { describe, expect, it } from 'vitest';
import { pieceUses, topValue, withPieceRenamed, withTopValue } from './yaml-values';
import { freeSlug, slugOf } from './slug';

const TEXT = `# Mon histoire
scenario: essai # le nom du dossier
titre: "Une demi-heure"
decor:
  fichiers:
    - { id: tarif, piece: tarif.xlsx, nom: tarif.xlsx }
deroule:
  - id: a
    courriel: { pieces: [tarif.xlsx, "autre.pdf"] }
`;

describe('small changes of a text', () => {
  it('replace one value and keep comments, order and spacing', () => {
    expect(withTopValue(TEXT, 'scenario', 'copie')).toBe(
      TEXT.replace('scenario: essai', 'scenario: "copie"')
    );
    expect(topValue(withTopValue(TEXT, 'titre', 'L’été : « ici »'), 'titre')).toBe('L’été : « ici »');
  });

  it('write a key that is missing, or empty', () => {
    expect(topValue(withTopValue('format: 1\n', 'titre', 'Un'), 'titre')).toBe('Un');
    expect(topValue(withTopValue('titre:\nformat: 1\n', 'titre', 'Un'), 'titre')).toBe('Un');
  });

  it('leave alone what is not a map', () => {
    expect(withTopValue('- 1\n', 'titre', 'Un')).toBe('- 1\n');
  });

  it('find where a piece is used, not where a file has the same name', () => {
    expect(pieceUses(TEXT, 'tarif.xlsx').map(({ line }) => line)).toEqual([6, 9]);
  });

  it('rename a piece wherever it is used', () => {
    const renamed = withPieceRenamed(TEXT, 'tarif.xlsx', 'tarif 2026.xlsx');
    expect(pieceUses(renamed, 'tarif 2026.xlsx')).toHaveLength(2);
    expect(renamed).toContain('nom: tarif.xlsx');
    expect(renamed).toContain('# le nom du dossier');
  });
});

describe('an identifier made of a title', () => {
  it.each([
    ['Clos angevin : l’été', 'clos-angevin-l-ete'],
    ['2026, une œuvre', 'une-oeuvre'],
    ['« ! »', 'scenario']
  ])('%s → %s', (title, slug) => {
    expect(slugOf(title)).toBe(slug);
  });

  it('takes the first free number', () => {
    expect(freeSlug('essai', new Set(['essai', 'essai-2']))).toBe('essai-3');
  });
});

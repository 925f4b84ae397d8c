import { describe, expect, it } from 'vitest';
import { fragmentOf, replaceFragment } from './fragment';
import { editYaml, yamlOf } from './yaml-edit';

const TEXT = `# Titre du fichier
titre: "Un matin" # en toutes lettres
adresse: ["12, rue des Serres", "49000 ANGERS"]

deroule:
  # le premier
  - id: un
    a: "00:05"
    courriel: { de: aubry,   objet: Bonjour,
      corps: "Ligne" }

  # le deuxième
  - id: deux
    a: "00:10"   # à l’heure
    annonce:
      titre: Salut
      texte: |
        Une ligne.

        Une autre.
`;

describe('an edit of a YAML file', () => {
  it('changes one value and not a byte beside its line', () => {
    const after = editYaml(TEXT, (yaml) => yaml.set(['deroule', 1, 'a'], '00:12'));
    expect(after).toBe(TEXT.replace('"00:10"   #', '"00:12" #'));
  });

  it('leaves text that it does not touch as its author wrote it, odd spaces included', () => {
    const after = editYaml(TEXT, (yaml) => yaml.set(['titre'], 'Un soir'));
    expect(after).toBe(TEXT.replace('Un matin', 'Un soir'));
  });

  it('writes a new item like its neighbours, with the blank line between them', () => {
    const after = editYaml(TEXT, (yaml) =>
      yaml.insert(['deroule'], {
        id: 'trois',
        a: '00:20',
        annonce: { titre: 'Fin', texte: 'Au revoir\u00a0: à demain' }
      })
    );
    expect(after).toBe(
      `${TEXT}\n  - id: trois\n    a: "00:20"\n    annonce: { titre: Fin, texte: "Au revoir\u00a0: à demain" }\n`
    );
  });

  it('moves an item with its comment', () => {
    const after = editYaml(TEXT, (yaml) => yaml.move(['deroule'], 1, 0));
    expect(after.indexOf('# le deuxième')).toBeLessThan(after.indexOf('- id: deux'));
    expect(after.indexOf('- id: deux')).toBeLessThan(after.indexOf('- id: un'));
    expect(after).toContain('# à l’heure');
  });

  it('moves and removes the first item with the comment above it', () => {
    const list = 'liste:\n  # un\n  - a\n  # deux\n  - b\n';
    expect(editYaml(list, (edit) => edit.move(['liste'], 0, 1))).toBe(
      'liste:\n  # deux\n  - b\n  # un\n  - a\n'
    );
    expect(editYaml(list, (edit) => edit.remove(['liste', 0]))).toBe('liste:\n  # deux\n  - b\n');
    expect(editYaml(list, (edit) => edit.insert(['liste'], 'c', 0))).toBe(
      'liste:\n  - c\n  # un\n  - a\n  # deux\n  - b\n'
    );
  });

  it('keeps the ends of lines of a file from Windows', () => {
    const windows = 'a: 1\r\n# note\r\nb:   2\r\n';
    expect(editYaml(windows, (edit) => edit.set(['a'], 3))).toBe('a: 3\r\n# note\r\nb:   2\r\n');
  });

  it('writes in full what an anchor that goes away was for', () => {
    const shared = 'liste:\n  - &x { nom: Aubry }\n  - { nom: Morvan }\nautre: *x\n';
    expect(editYaml(shared, (edit) => edit.remove(['liste', 0]))).toBe(
      'liste:\n  - { nom: Morvan }\nautre: &x { nom: Aubry }\n'
    );
  });

  it('puts a new key where the format has it', () => {
    const after = editYaml(TEXT, (yaml) =>
      yaml.set(['deroule', 1, 'delai'], '5 min', ['a', 'delai', 'annonce'])
    );
    expect(after).toContain('# à l’heure\n    delai: 5 min\n    annonce:');
  });

  it('takes away a value, and the maps that it leaves empty', () => {
    const text = 'a:\n  b:\n    c: 1\nd: 2\n';
    expect(editYaml(text, (yaml) => yaml.remove(['a', 'b', 'c'], 0))).toBe('d: 2\n');
    expect(editYaml(text, (yaml) => yaml.remove(['d']))).toBe('a:\n  b:\n    c: 1\n');
  });

  it('keeps a block of text a block, and quotes what YAML would misread', () => {
    const block = editYaml(TEXT, (yaml) => yaml.set(['deroule', 1, 'annonce', 'texte'], 'Un.\n\nDeux.\n'));
    expect(block).toContain('texte: |\n        Un.\n\n        Deux.\n');
    expect(editYaml('tel: rien\n', (yaml) => yaml.set(['tel'], '02 61'))).toBe('tel: "02 61"\n');
  });

  it('renames a key in its place', () => {
    expect(editYaml('p:\n  a: 1\n  b: 2\n', (yaml) => yaml.rename(['p'], 'a', 'c'))).toBe(
      'p:\n  c: 1\n  b: 2\n'
    );
  });

  it('makes the maps on the way to a value', () => {
    expect(editYaml('a: 1\n', (yaml) => yaml.set(['b', 'c'], 2))).toBe('a: 1\nb:\n  c: 2\n');
  });
});

describe('a fragment', () => {
  it('is the author’s own text without the indentation', () => {
    expect(fragmentOf(TEXT, ['deroule', 1])).toBe(
      'id: deux\na: "00:10"   # à l’heure\nannonce:\n  titre: Salut\n  texte: |\n    Une ligne.\n\n    Une autre.'
    );
  });
  it('goes back to its place, and the rest of the file stays', () => {
    const fragment = fragmentOf(TEXT, ['deroule', 1]);
    expect(replaceFragment(TEXT, ['deroule', 1], fragment)).toEqual({ text: TEXT });
    const edited = replaceFragment(TEXT, ['deroule', 1], fragment.replace('Une ligne.', 'Deux lignes.'));
    expect(edited).toEqual({ text: TEXT.replace('Une ligne.', 'Deux lignes.') });
  });
  it('is refused while it cannot be read', () => {
    expect(replaceFragment(TEXT, ['deroule', 1], 'id: "deux')).toEqual({
      error: 'Ligne 1\u00a0: ce YAML ne se lit pas.'
    });
    expect(replaceFragment(TEXT, ['deroule', 1], 'deux')).toHaveProperty('error');
  });
  it('of a new value is written as the house does', () => {
    expect(yamlOf({ a: ['x', 'y'], b: '00:05' })).toBe('{ a: [x, y], b: "00:05" }\n');
    expect(yamlOf({ debut: { dit: 'Oui', choix: [{ id: 'x', vers: 'fin' }] } })).toBe(
      'debut:\n  dit: Oui\n  choix:\n    - { id: x, vers: fin }\n'
    );
  });
});

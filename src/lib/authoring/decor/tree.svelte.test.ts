import { describe, expect, it } from 'vitest';
import { draftOf, formOf, WRITTEN } from '../../../../tests/builders/written-scenario';
import { SCENARIO } from '../document/draft.svelte';
import { addFolder, homesOf, placePieces, removeFolder, treeOf, unplaced } from './tree';

describe('the tree of the desk', () => {
  it('shows folders in folders and files under the names that the candidate sees', () => {
    const { folders, files } = treeOf(draftOf());
    expect(files).toEqual([]);
    expect(folders).toHaveLength(1);
    expect(folders[0]!.files.map(({ name }) => name)).toEqual(['Conditions.pdf']);
    expect(folders[0]!.folders[0]).toMatchObject({ name: 'Clos angevin', files: [{ name: 'bl.pdf' }] });
  });

  it('shows at the root what is in a folder that does not exist, and folders that hold each other', () => {
    const { folders, files } = treeOf(
      draftOf(
        'decor:\n  dossiers:\n    - { id: a, nom: A, parent: b }\n    - { id: b, nom: B, parent: a }\n  fichiers:\n    - { id: f, piece: f.pdf, dossier: nulle_part }\n'
      )
    );
    expect(folders.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(files.map(({ id }) => id)).toEqual(['f']);
  });

  it('makes a folder, and puts pieces in it in one step of undo', () => {
    const draft = draftOf();
    expect(unplaced(draft)).toEqual(['scan.png']);
    expect(addFolder(draft, 'Réunions', 'clients')).toBe('dossier');
    const before = draft.files[SCENARIO];
    placePieces(draft, ['scan.png', 'bl.pdf'], 'dossier');
    expect(formOf(draft, 'decor', 'fichiers').list.slice(2)).toEqual([
      { id: 'scan', piece: 'scan.png', dossier: 'dossier' },
      { id: 'bl_2', piece: 'bl.pdf', dossier: 'dossier' }
    ]);
    draft.undo();
    expect(draft.files[SCENARIO]).toBe(before);
    expect(before).toBe(
      WRITTEN.replace(
        '# un sous-dossier\n',
        '# un sous-dossier\n    - { id: dossier, nom: Réunions, parent: clients }\n'
      )
    );
  });

  it('begins on a desk that has nothing', () => {
    const draft = draftOf('decor: {}\ntaches: []\n');
    addFolder(draft, 'Modèles', '');
    placePieces(draft, ['cgv.pdf'], 'dossier');
    expect(treeOf(draft).folders[0]!.files[0]!.name).toBe('cgv.pdf');
  });

  it('takes a folder away with what it holds, and brings all of it back by one undo', () => {
    const draft = draftOf();
    removeFolder(draft, treeOf(draft).folders[0]!);
    expect([formOf(draft, 'decor', 'dossiers').list, formOf(draft, 'decor', 'fichiers').list]).toEqual([
      [],
      []
    ]);
    draft.undo();
    expect(draft.files[SCENARIO]).toBe(WRITTEN);
  });

  it('never offers to put a folder in itself or in one that it holds', () => {
    expect(homesOf(draftOf(), 'clients')).toEqual([]);
    expect(homesOf(draftOf(), 'clos')).toEqual([{ value: 'clients', label: 'Clients' }]);
  });
});

import { describe, expect, it } from 'vitest';
import { demoScene } from '../../../../tests/builders/demo-scene';
import { treeModel, type TreeState } from '../../desk/files/model';
import {
  copyFile,
  createFolder,
  moveFile,
  moveFolder,
  removeFolder,
  renameFile,
  trashFile,
  type Outcome
} from './commands';

const open = (): TreeState => treeModel.open(demoScene());
function after(tree: TreeState, outcome: Outcome): TreeState {
  if ('refusal' in outcome) throw new Error(outcome.refusal);
  return outcome.gestures.reduce(
    (state, gesture) => treeModel.reduce(state, { ...gesture, by: 'candidate', t: 5 }),
    tree
  );
}
const model = (tree: TreeState) => tree.files['modele-lettre']!;

describe('explorer commands', () => {
  it('keeps the extension when renaming, and refuses a bad or a taken name', () => {
    const tree = open();
    expect(model(after(tree, renameFile(tree, model(tree), 'LETTRE_AUBRY_20260317'))).name).toBe(
      'LETTRE_AUBRY_20260317.docx'
    );
    expect(renameFile(tree, model(tree), 'a/b')).toHaveProperty('refusal');
    expect(renameFile(tree, model(tree), '  ')).toHaveProperty('refusal');
  });
  it('numbers copies in the same folder and keeps the name elsewhere', () => {
    let tree = open();
    tree = after(tree, copyFile(tree, model(tree), 'modeles', 'c1'));
    tree = after(tree, copyFile(tree, model(tree), 'modeles', 'c2'));
    tree = after(tree, copyFile(tree, model(tree), 'clients-a', 'c3'));
    expect(['c1', 'c2', 'c3'].map((id) => tree.files[id]!.name)).toEqual([
      'Modèle de lettre - Copie.docx',
      'Modèle de lettre - Copie (2).docx',
      'Modèle de lettre.docx'
    ]);
    expect(moveFile(tree, model(tree), 'clients-a')).toHaveProperty('refusal');
  });
  it('moves folders, never into themselves, and removes only empty ones of the candidate', () => {
    let tree = open();
    tree = after(tree, createFolder(tree, 'clients', 'Archives', 'd1'));
    expect(createFolder(tree, 'clients', 'archives', 'd2')).toHaveProperty('refusal');
    expect(moveFolder(tree, tree.folders['clients']!, 'clients-a')).toHaveProperty('refusal');
    expect(removeFolder(tree, tree.folders['modeles']!)).toHaveProperty('refusal');
    tree = after(tree, moveFile(tree, model(tree), 'd1'));
    expect(removeFolder(tree, tree.folders['d1']!)).toHaveProperty('refusal');
    tree = after(tree, trashFile(model(tree)));
    expect(after(tree, removeFolder(tree, tree.folders['d1']!)).folders['d1']).toBeUndefined();
  });
});

import { describe, expect, it } from 'vitest';
import { demoScene } from '../../../../tests/builders/demo-scene';
import { deskReader, foldDesk, openDesk, type AnyModel } from '../../desk/fold';
import { fileCopied, fileCreated, fileRenamed, fileTrashed, treeModel } from '../../desk/files/model';
import type { DeskEvent, Gesture } from '../../log/entry';
import { fileDropped } from '../../log/script-world';
import type { FileKind } from '../../scene/scene';
import { deliverableSubmitted } from './events';
import { handInModel } from './model';
import { productionsFor } from './productions';

const scene = demoScene();
const models = [treeModel, handInModel] as readonly AnyModel[];
const create = (file: string, kind: FileKind): Gesture =>
  fileCreated({ file, name: `${file}.bin`, folder: null, kind, mediaType: 'x' });
const copy = (file: string, name: string, frozen: boolean): Gesture =>
  fileCopied({ file, copy: name, name: `${name}.docx`, folder: null, frozen });
const submit = (origin: string, deliverable: string): Gesture =>
  deliverableSubmitted({
    ...{ receipt: `r-${origin}`, task: 'reclamation', deliverable },
    ...{ file: `c-${origin}`, origin, name: 'a.docx' }
  });

/** What is kept for a deliverable after these events, one per exam millisecond from 1. */
function kept(kind: string, ...gestures: readonly Gesture[]): readonly string[] {
  let states = openDesk(models, scene);
  for (const [index, gesture] of gestures.entries()) {
    const by = gesture.type === fileDropped.type ? 'script' : 'candidate';
    const event: DeskEvent = { ...gesture, by, t: index + 1 };
    states = foldDesk(models, states, event);
  }
  const deliverable = { task: 'reclamation', id: 'lettre', kind };
  return productionsFor(deskReader(scene, states), deliverable).map(({ file }) => file);
}
const dropped = fileDropped({
  file: 'd-1',
  folder: null,
  by: 'Claire Morvan',
  document: { name: 'Tarif.docx', kind: 'text', mediaType: 'x', size: 1, blob: 'a'.repeat(64) }
});

describe('what is kept of a candidate’s work', () => {
  it('is of the deliverable’s kind, last changed first', () => {
    const made = [create('t', 'text'), create('s', 'sheet'), create('p', 'pdf'), create('i', 'image')];
    expect(kept('texte', ...made)).toEqual(['p', 't']);
    expect(kept('tableur', ...made)).toEqual(['s']);
    expect(kept('fichier', ...made)).toEqual(['i', 'p', 's', 't']);
  });

  it('leaves out the decor and what a colleague brought, until the candidate changes or copies it', () => {
    const edited = (file: string): Gesture => ({ type: 'text.edited', v: 1, d: { file } });
    expect(kept('texte', dropped)).toEqual([]);
    expect(kept('texte', dropped, edited('d-1'))).toEqual(['d-1']);
    expect(kept('texte', fileRenamed({ file: 'modele-lettre', name: 'Lettre.docx' }))).toEqual([
      'modele-lettre'
    ]);
    expect(kept('texte', copy('modele-lettre', 'lettre', false))).toEqual(['lettre']);
  });

  it('leaves out what was thrown away and the copies that are already frozen', () => {
    expect(kept('texte', create('a', 'text'), fileTrashed({ file: 'a' }))).toEqual([]);
    expect(kept('texte', create('a', 'text'), copy('a', 'c-a', true))).toEqual(['a']);
  });

  it('leaves to another deliverable what was handed in for it, unless it was changed since', () => {
    const handedIn = [create('a', 'text'), copy('a', 'c-a', true), submit('a', 'note')];
    expect(kept('texte', ...handedIn)).toEqual([]);
    expect(kept('texte', ...handedIn, fileRenamed({ file: 'a', name: 'b.docx' }))).toEqual(['a']);
  });
});

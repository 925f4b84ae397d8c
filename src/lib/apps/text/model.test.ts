import { describe, expect, it } from 'vitest';
import { Transform } from '@tiptap/pm/transform';
import { fileCopied, fileCreated, treeModel } from '../../desk/files/model';
import type { DeskEvent, Gesture } from '../../log/entry';
import { deskReader } from '../../desk/fold';
import { demoScene } from '../../../../tests/builders/demo-scene';
import { textFacts } from './facts';
import { textEdited, textModel, type TextState } from './model';
import { docOf, EMPTY_DOC, jsonOf, schema, textOf, withoutNulls } from './schema';
import { docWith, paragraph } from './testing/builders';

const scene = demoScene();
const by = (gesture: Gesture): DeskEvent => ({ ...gesture, by: 'candidate', t: 1000 });
const created = (file: string, content?: unknown) =>
  by(fileCreated({ file, name: `${file}.docx`, folder: null, kind: 'text', mediaType: 'x', content }));
const play = (...events: DeskEvent[]): TextState => events.reduce(textModel.reduce, textModel.open(scene));

/** The event of what `edit` does to the document as it stands in `state`. */
function edited(state: TextState, file: string, edit: (tr: Transform) => void): DeskEvent {
  const { doc, version } = state.documents[file] as TextState['documents'][string];
  const tr = new Transform(docOf(doc));
  edit(tr);
  const steps = tr.steps.map((step) => withoutNulls(step.toJSON()) as { stepType: string });
  return by(textEdited({ file, version, steps }));
}

describe('the documents of the desk', () => {
  it('takes over the content of created files, and a blank page when there is none or when it is damaged', () => {
    const state = play(
      created('a', { doc: docWith(paragraph('Bonjour')) }),
      created('b'),
      created('c', { type: 'doc', content: [{ type: 'script' }] })
    );
    expect(textOf(state.documents.a!.doc)).toBe('Bonjour');
    expect(state.documents.b!.doc).toEqual(EMPTY_DOC);
    expect(state.documents.c!.doc).toEqual(EMPTY_DOC);
  });

  it('applies the steps of an edit and counts them in the version', () => {
    const before = play(created('a', { doc: docWith(paragraph('Monsieur')) }));
    const event = edited(before, 'a', (tr) => {
      tr.insert(9, schema.text(','));
      tr.addMark(1, 9, schema.mark('bold'));
    });
    const after = textModel.reduce(before, event);
    expect(after.documents.a).toMatchObject({ version: 2 });
    expect(after.documents.a!.doc.content![0]!.content).toEqual([
      { type: 'text', marks: [{ type: 'bold' }], text: 'Monsieur' },
      { type: 'text', text: ',' }
    ]);
    expect(textOf(before.documents.a!.doc)).toBe('Monsieur');
  });

  it('shares the paragraphs that did not change', () => {
    const before = play(created('a', { doc: docWith(paragraph('Un'), paragraph('Deux')) }));
    const first = textModel.reduce(
      before,
      edited(before, 'a', (tr) => tr.insert(1, schema.text('x')))
    );
    const second = textModel.reduce(
      first,
      edited(first, 'a', (tr) => tr.insert(1, schema.text('y')))
    );
    expect(second.documents.a!.doc.content![1]).toBe(first.documents.a!.doc.content![1]);
  });

  it.each([
    ['another version', { file: 'a', version: 7, steps: [{ stepType: 'replace', from: 1, to: 1 }] }],
    [
      'a file that does not exist',
      { file: 'z', version: 0, steps: [{ stepType: 'replace', from: 0, to: 0 }] }
    ],
    ['a position outside', { file: 'a', version: 0, steps: [{ stepType: 'replace', from: 40, to: 90 }] }],
    ['an unknown step', { file: 'a', version: 0, steps: [{ stepType: 'format-disk' }] }],
    [
      'content that the schema refuses',
      {
        file: 'a',
        version: 0,
        steps: [
          {
            stepType: 'replace',
            from: 0,
            to: 0,
            slice: { content: [{ type: 'table', content: [paragraph('x')] }] }
          }
        ]
      }
    ]
  ])('refuses %s: the document stays, the refusal is counted', (_, payload) => {
    const before = play(created('a', { doc: docWith(paragraph('Intact')) }));
    const after = textModel.reduce(before, by(textEdited(payload)));
    expect(after.documents).toBe(before.documents);
    expect(after.rejected).toBe(1);
  });

  it('copies a template with its letterhead; the copy then lives alone', () => {
    const content = { doc: docWith(paragraph('Corps')), header: docWith(paragraph('Verdelis')) };
    const copied = play(
      created('modele', content),
      by(fileCopied({ file: 'modele', copy: 'lettre', name: 'Lettre.docx', folder: null, frozen: false }))
    );
    const after = textModel.reduce(
      copied,
      edited(copied, 'lettre', (tr) => tr.insert(1, schema.text('Mon ')))
    );
    expect(textOf(after.documents.lettre!.doc)).toBe('Mon Corps');
    expect(textOf(after.documents.lettre!.header!)).toBe('Verdelis');
    expect(textOf(after.documents.modele!.doc)).toBe('Corps');
  });

  it('opens the documents of the scene', () => {
    const file = { ...scene.files[0]!, content: { doc: docWith(paragraph('Modèle')) } };
    const state = textModel.open(demoScene({ files: [file] }));
    expect(textOf(state.documents['modele-lettre']!.doc)).toBe('Modèle');
  });

  it('reads back the JSON it writes', () => {
    const json = docWith(
      paragraph('Texte', { textAlign: 'right', indent: 25 }),
      { type: 'pageBreak' },
      paragraph('')
    );
    expect(jsonOf(docOf(JSON.parse(JSON.stringify(json))))).toEqual(json);
  });
});

describe('facts', () => {
  it('tell the script which document was edited and its number of words', () => {
    const tree = treeModel.reduce(treeModel.open(scene), created('a'));
    const before = play(created('a', { doc: docWith(paragraph('Un deux')) }));
    const event = edited(before, 'a', (tr) => tr.insert(8, schema.text(' trois')));
    const desk = deskReader(scene, { tree, text: textModel.reduce(before, event) });
    expect(textFacts(event, desk)).toEqual([
      { fait: 'document.modifie', fichier: 'a', nom: 'a.docx', mots: 3 }
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { EditorState } from '@tiptap/pm/state';
import { Step } from '@tiptap/pm/transform';
import { docOf, schema } from './schema';
import { StepBuffer } from './step-buffer';
import { docWith, paragraph } from './testing/builders';

const start = () => EditorState.create({ schema, doc: docOf(docWith(paragraph(''))) });

function type(state: EditorState, buffer: StepBuffer, text: string): EditorState {
  return [...text].reduce((current, letter) => {
    const tr = current.tr.insertText(letter);
    buffer.add(tr.steps);
    return current.apply(tr);
  }, state);
}

describe('the buffer of steps', () => {
  it('makes one step of a typed sentence', () => {
    const buffer = new StepBuffer();
    type(start(), buffer, 'Nous avons bien reçu votre message.');
    const steps = buffer.take();
    expect(steps).toHaveLength(1);
    expect(JSON.stringify(steps).length).toBeLessThan(160);
    expect(buffer.isEmpty).toBe(true);
  });

  it('keeps the order when the caret jumps, and the steps give the same document', () => {
    const buffer = new StepBuffer();
    let state = type(start(), buffer, 'avons reçu');
    const jump = state.tr.insertText('Nous ', 1, 1);
    buffer.add(jump.steps);
    state = state.apply(jump);
    const split = state.tr.split(5);
    buffer.add(split.steps);
    state = state.apply(split);
    const steps = buffer.take();
    const replayed = steps.reduce(
      (doc, json) => Step.fromJSON(schema, json).apply(doc).doc!,
      docOf(docWith(paragraph('')))
    );
    expect(replayed.toJSON()).toEqual(state.doc.toJSON());
    expect(JSON.stringify(steps)).not.toContain('null');
  });
});

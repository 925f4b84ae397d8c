import type { Node } from '@tiptap/pm/model';
import { Step } from '@tiptap/pm/transform';
import * as v from 'valibot';
import { defineEvent, type EventDefinition } from '../../log/event-definition';
import type { AppModel } from '../../desk/app-model';
import { fileCopied, fileCreated } from '../../desk/files/model';
import { fileDropped } from '../../log/script-world';
import { docOf, jsonOf, schema } from './schema';
import { contentOf, sceneDocuments, type TextDocument } from './seed';

/** The text documents of the desk, by file. */
export interface TextState {
  readonly documents: Readonly<Record<string, TextDocument>>;
  /** Edits that could not be applied since the beginning: always 0 unless a log was damaged. */
  readonly rejected: number;
}

/**
 * A document was edited. `version` is the number of steps applied before these; `steps` are ProseMirror steps, neighbours
 * merged. Refused (and counted) when the version is another one or when a step does not fit.
 */
export const textEdited = defineEvent(
  'text.edited',
  'candidate',
  v.object({
    file: v.pipe(v.string(), v.minLength(1), v.maxLength(80)),
    version: v.pipe(v.number(), v.integer(), v.minValue(0)),
    steps: v.pipe(
      v.array(v.looseObject({ stepType: v.pipe(v.string(), v.maxLength(40)) })),
      v.minLength(1),
      v.maxLength(5000)
    )
  })
);

/** Checks the top-level nodes that are not the same objects as before. Throws RangeError when one breaks the schema. */
function checkChanged(before: Node, after: Node): void {
  const shared = Math.min(before.childCount, after.childCount);
  let start = 0;
  while (start < shared && before.child(start) === after.child(start)) start++;
  let end = 0;
  while (
    end < shared - start &&
    before.child(before.childCount - 1 - end) === after.child(after.childCount - 1 - end)
  )
    end++;
  for (let index = start; index < after.childCount - end; index++) after.child(index).check();
}

/** The document after the steps, or null when one of them does not apply. */
function applySteps(document: TextDocument, steps: readonly unknown[]): TextDocument | null {
  try {
    let doc = docOf(document.doc);
    for (const json of steps) {
      const result = Step.fromJSON(schema, json).apply(doc);
      if (!result.doc) return null;
      doc = result.doc;
    }
    checkChanged(docOf(document.doc), doc);
    return { ...document, doc: jsonOf(doc), version: document.version + steps.length };
  } catch (error) {
    if (error instanceof RangeError || error instanceof TypeError) return null;
    throw error;
  }
}

const withDocument = (state: TextState, file: string, document: TextDocument): TextState => ({
  ...state,
  documents: { ...state.documents, [file]: document }
});

export const textModel: AppModel<TextState> = {
  id: 'text',
  events: [textEdited] as unknown as readonly EventDefinition[],
  open: (scene) => ({ documents: sceneDocuments(scene), rejected: 0 }),
  reduce(state, event) {
    if (textEdited.is(event)) {
      const { file, version, steps } = event.d;
      const before = state.documents[file];
      const after = before?.version === version ? applySteps(before, steps) : null;
      return after ? withDocument(state, file, after) : { ...state, rejected: state.rejected + 1 };
    }
    if (fileCreated.is(event) && event.d.kind === 'text') {
      return withDocument(state, event.d.file, contentOf(event.d.content));
    }
    if (fileDropped.is(event) && event.d.document.kind === 'text') {
      return withDocument(state, event.d.file, contentOf(event.d.document.content));
    }
    if (fileCopied.is(event)) {
      const source = state.documents[event.d.file];
      return source ? withDocument(state, event.d.copy, { ...source, version: 0 }) : state;
    }
    return state;
  }
};

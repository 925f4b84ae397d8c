import { getSchema } from '@tiptap/core';
import type { Node, Schema } from '@tiptap/pm/model';
import { documentExtensions } from './extensions';

/** A node as ProseMirror writes it; what the log, the scene and the exporters carry. */
export interface DocJson {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
  readonly content?: readonly DocJson[];
  readonly text?: string;
  readonly marks?: readonly { readonly type: string; readonly attrs?: Readonly<Record<string, unknown>> }[];
}

/** The schema of documents, without an editor: the same in the page, on the server and in replay. */
export const schema: Schema = getSchema(documentExtensions({ blobUrl: () => '' }));

/** A document of one empty paragraph. */
export const EMPTY_DOC: DocJson = { type: 'doc', content: [{ type: 'paragraph' }] };

const parsed = new WeakMap<DocJson, Node>();
const written = new WeakMap<Node, DocJson>();

/** The document of its JSON. Throws RangeError when the JSON is not one. Same object in, same document out. */
export function docOf(json: DocJson): Node {
  const known = parsed.get(json);
  if (known) return known;
  const doc = schema.nodeFromJSON(json);
  if (doc.type !== schema.topNodeType) throw new RangeError('not a document');
  doc.check();
  parsed.set(json, doc);
  return doc;
}

/** JSON of a node. Nodes that did not change keep the same object, so that a long document costs only what changed. */
export function jsonOf(node: Node): DocJson {
  const known = written.get(node);
  if (known) return known;
  const shallow = withoutNulls(node.isText ? node.toJSON() : node.copy().toJSON()) as DocJson;
  const json: DocJson = node.childCount ? { ...shallow, content: node.content.content.map(jsonOf) } : shallow;
  written.set(node, json);
  if (node.type === schema.topNodeType) parsed.set(json, node);
  return json;
}

/** Drops attributes that are null, their default everywhere: half the bytes of a step. */
export function withoutNulls(json: unknown): unknown {
  if (Array.isArray(json)) return json.map(withoutNulls);
  if (typeof json !== 'object' || json === null) return json;
  return Object.fromEntries(
    Object.entries(json).flatMap(([key, value]) => {
      if (key !== 'attrs' || typeof value !== 'object' || value === null) return [[key, withoutNulls(value)]];
      const attrs = Object.entries(value).filter(([, attribute]) => attribute !== null);
      return attrs.length ? [[key, Object.fromEntries(attrs)]] : [];
    })
  );
}

/** Text of a document, one line per paragraph. */
export function textOf(json: DocJson): string {
  const doc = docOf(json);
  return doc.textBetween(0, doc.content.size, '\n', (leaf) => (leaf.type.name === 'hardBreak' ? '\n' : ''));
}

/** Words as a word processor counts them: what ordinary spaces separate. */
export function countWords(text: string): number {
  return text.split(/[ \t\n]+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

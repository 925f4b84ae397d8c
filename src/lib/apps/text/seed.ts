import type { Scene } from '../../scene/scene';
import { docOf, EMPTY_DOC, type DocJson } from './schema';

/** One document with its page. Header and footer are documents too, repeated on every page and not edited here. */
export interface TextDocument {
  readonly doc: DocJson;
  readonly header?: DocJson;
  readonly footer?: DocJson;
  /** Number of steps applied since the document exists. */
  readonly version: number;
}

/** What `SceneFile.content`, `Attachment.content` and `file.created` carry for the kind `text`. */
export interface TextContent {
  readonly doc: DocJson;
  readonly header?: DocJson;
  readonly footer?: DocJson;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A valid document of anything, or null. */
function validDoc(value: unknown): DocJson | null {
  if (!isRecord(value) || value.type !== 'doc') return null;
  try {
    docOf(value as unknown as DocJson);
    return value as unknown as DocJson;
  } catch (error) {
    if (error instanceof RangeError || error instanceof TypeError) return null;
    throw error;
  }
}

/** Reads a content, wrapped (`{ doc, header, footer }`) or bare (`{ type: 'doc' }`); anything else is a blank document. */
export function contentOf(content: unknown): TextDocument {
  if (!isRecord(content)) return { doc: EMPTY_DOC, version: 0 };
  const header = validDoc(content.header);
  const footer = validDoc(content.footer);
  return {
    doc: validDoc(content.doc ?? content) ?? EMPTY_DOC,
    ...(header ? { header } : {}),
    ...(footer ? { footer } : {}),
    version: 0
  };
}

/** Documents of the decor, by file. */
export function sceneDocuments(scene: Scene): Readonly<Record<string, TextDocument>> {
  const texts = scene.files.filter((file) => file.kind === 'text');
  return Object.fromEntries(texts.map((file) => [file.id, contentOf(file.content)]));
}

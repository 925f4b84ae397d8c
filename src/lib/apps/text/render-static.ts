import { DOMSerializer } from '@tiptap/pm/model';
import { docOf, schema, type DocJson } from './schema';

/** A document as elements, by the schema alone: no text of a document is ever read as HTML. */
export function renderStatic(
  json: DocJson,
  blobUrl: (hash: string, name: string) => string
): DocumentFragment {
  const fragment = DOMSerializer.fromSchema(schema).serializeFragment(
    docOf(json).content
  ) as DocumentFragment;
  for (const image of fragment.querySelectorAll<HTMLImageElement>('img[data-blob]')) {
    image.src = blobUrl(image.dataset.blob ?? '', image.alt);
  }
  for (const paragraph of fragment.querySelectorAll('p:empty, h1:empty, h2:empty, h3:empty')) {
    paragraph.append(document.createElement('br'));
  }
  return fragment;
}

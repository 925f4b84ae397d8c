import type { Node } from '@tiptap/pm/model';
import type { FactsOf } from '../../desk/app-model';
import type { TreeState } from '../../desk/files/model';
import { textEdited, type TextState } from './model';
import { countWords, docOf } from './schema';

/** Words of each block already counted: an edit leaves the other blocks the same objects, so that a long letter costs one block. */
const counted = new WeakMap<Node, number>();

function wordsOf(block: Node): number {
  const known = counted.get(block);
  if (known !== undefined) return known;
  const text = block.textBetween(0, block.content.size, '\n', (leaf) =>
    leaf.type.name === 'hardBreak' ? '\n' : ''
  );
  const words = countWords(text);
  counted.set(block, words);
  return words;
}

/** `document.modifie`: which document was edited, and how many words it has now. */
export const textFacts: FactsOf = (event, desk) => {
  if (!textEdited.is(event)) return [];
  const { file } = event.d;
  const document = desk.state<TextState>('text').documents[file];
  if (!document) return [];
  const words = docOf(document.doc).children.reduce((sum, block) => sum + wordsOf(block), 0);
  const name = desk.state<TreeState>('tree').files[file]?.name ?? '';
  return [{ fait: 'document.modifie', fichier: file, nom: name, mots: words }];
};

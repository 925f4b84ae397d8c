import type { FactsOf } from '../../desk/app-model';
import type { TreeState } from '../../desk/files/model';
import { textEdited, type TextState } from './model';
import { countWords, textOf } from './schema';

/** `document.modifie`: which document was edited, and how many words it has now. */
export const textFacts: FactsOf = (event, desk) => {
  if (!textEdited.is(event)) return [];
  const { file } = event.d;
  const document = desk.state<TextState>('text').documents[file];
  if (!document) return [];
  const name = desk.state<TreeState>('tree').files[file]?.name ?? '';
  return [{ fait: 'document.modifie', fichier: file, nom: name, mots: countWords(textOf(document.doc)) }];
};

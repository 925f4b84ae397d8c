import type { DocJson } from '../schema';

/** A paragraph of a list, before it is put in its list. */
export interface ListItem {
  readonly item: DocJson;
  readonly level: number;
  readonly ordered: boolean;
}

const isItem = (block: DocJson | ListItem): block is ListItem => 'item' in block;

/** Blocks with neighbouring list paragraphs gathered into nested lists. */
export function listsOf(blocks: readonly (DocJson | ListItem)[]): DocJson[] {
  const result: DocJson[] = [];
  for (let index = 0; index < blocks.length;) {
    const block = blocks[index] as DocJson | ListItem;
    if (!isItem(block)) {
      result.push(block);
      index++;
      continue;
    }
    let end = index;
    while (end < blocks.length && isItem(blocks[end] as DocJson | ListItem)) end++;
    result.push(...nest(blocks.slice(index, end) as ListItem[]));
    index = end;
  }
  return result;
}

function nest(items: readonly ListItem[]): DocJson[] {
  const lists: DocJson[] = [];
  for (let index = 0; index < items.length;) {
    const head = items[index] as ListItem;
    const entries: DocJson[] = [];
    while (index < items.length) {
      const item = items[index] as ListItem;
      if (item.level < head.level || (item.level === head.level && item.ordered !== head.ordered)) break;
      let end = index + 1;
      while (end < items.length && (items[end] as ListItem).level > head.level) end++;
      entries.push({ type: 'listItem', content: [item.item, ...nest(items.slice(index + 1, end))] });
      index = end;
    }
    lists.push({ type: head.ordered ? 'orderedList' : 'bulletList', content: entries });
  }
  return lists;
}

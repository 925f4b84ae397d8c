import {
  Document,
  isCollection,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  parseDocument,
  type Scalar,
  visit,
  type Node,
  type Pair,
  type YAMLMap
} from 'yaml';
import { keepStyle } from './keep-style';

/** Where a value is in a file: keys and positions from the top. */
export type Path = readonly (string | number)[];
/** Anything that YAML can say. */
export type Plain =
  string | number | boolean | null | readonly Plain[] | { readonly [key: string]: Plain | undefined };

/** A flow collection longer than this goes on lines of its own when it is written for the first time. */
const WIDE = 150;

/**
 * A YAML file being edited: values are put, taken away and moved by path, and the author's comments, order, quotes and
 * blank lines stay. New values are written like their neighbours. Paths that lead nowhere are ignored.
 */
export class YamlEdit {
  readonly #doc: Document;

  constructor(doc: Document) {
    this.#doc = doc;
  }

  /** Puts a value. `undefined` takes it away. A new key comes before the first key that follows it in `order`. */
  set(path: Path, value: Plain | undefined, order: readonly string[] = []): void {
    if (value === undefined) return this.remove(path);
    const old = this.#at(path);
    if (isScalar(old) && !isObject(value)) return this.#rewrite(old, value);
    const parent = this.#parent(path);
    const key = path.at(-1)!;
    // `criteres: {}` opens when something is put in it.
    if (isMap(parent) && parent.flow && parent.items.length === 0) parent.flow = false;
    const node = this.#create(value, isCollection(parent) && parent.flow === true);
    if (isMap(parent)) {
      if (old) this.#doc.setIn([...path], node);
      else insertPair(parent, this.#doc.createPair(key, node) as Pair, order);
    } else if (isSeq(parent)) parent.items[Number(key)] = node;
    this.#keepAnchored(old);
  }

  /** Takes a value away, and the collections that it leaves empty up to (not including) the first `keep` steps of the path. */
  remove(path: Path, keep: number = path.length - 1): void {
    const parent = path.slice(0, -1);
    const left = this.#at(parent);
    giveFirstComment(left);
    const gone = this.#at(path);
    this.#doc.deleteIn([...path]);
    this.#keepAnchored(gone);
    if (parent.length > keep && isCollection(left) && left.items.length === 0) this.remove(parent, keep);
  }

  /** Puts an item in a list, at a position; at its end when it has none. The list is made when there is none. */
  insert(list: Path, value: Plain, at?: number, order: readonly string[] = []): void {
    const seq = this.#at(list);
    if (!isSeq(seq)) return this.set(list, [value], order);
    const like = seq.items.at(-1) as Node | undefined;
    giveFirstComment(seq);
    const node = this.#create(value, seq.flow === true);
    if (isCollection(node) && isCollection(like) && seq.flow !== true)
      node.flow = like.flow === true && fitsOnLine(value);
    if (like?.spaceBefore && seq.items.length > 0) node.spaceBefore = true;
    if (seq.items.length === 0) seq.flow = isCollection(node) ? false : true;
    seq.items.splice(at ?? seq.items.length, 0, node);
  }

  /** Moves an item of a list, or a key of a map, to another position. Its comment goes with it. */
  move(list: Path, from: number, to: number): void {
    const collection = this.#at(list);
    if (!isCollection(collection)) return;
    giveFirstComment(collection);
    const [item] = collection.items.splice(from, 1);
    if (item !== undefined) collection.items.splice(to, 0, item as never);
  }

  /** Gives a key another name, in its place. */
  rename(map: Path, from: string, to: string): void {
    const found = this.#at(map);
    const pair = isMap(found) ? found.items.find((item) => isPair(item) && keyOf(item) === from) : null;
    if (pair && isScalar(pair.key)) pair.key.value = to;
  }

  /** What an anchor of the removed node was written for elsewhere (`*name`) is written there in full. */
  #keepAnchored(gone: unknown): void {
    if (!isNode(gone)) return;
    const anchored = new Map<string, Node>();
    visit(gone, {
      Value(_, node) {
        if (node.anchor) anchored.set(node.anchor, node);
      }
    });
    if (anchored.size === 0) return;
    visit(this.#doc, {
      Alias(_, { source }) {
        const node = anchored.get(source);
        anchored.delete(source);
        return node;
      }
    });
  }

  #at(path: Path): unknown {
    return path.length ? this.#doc.getIn([...path], true) : this.#doc.contents;
  }

  #parent(path: Path): unknown {
    const parent = this.#at(path.slice(0, -1));
    if (isCollection(parent) || path.length < 2) return parent;
    this.set(path.slice(0, -1), typeof path.at(-1) === 'number' ? [] : {});
    const made = this.#at(path.slice(0, -1));
    if (isCollection(made)) made.flow = false;
    return made;
  }

  #rewrite(node: Scalar, value: string | number | boolean | null): void {
    const same = typeof node.value === typeof value;
    node.value = value;
    delete node.source;
    if (typeof value !== 'string') return;
    const block = node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED';
    if (!same || (block ? !value.includes('\n') : value.includes('\n')) || node.type === 'PLAIN')
      node.type = styleOf(value, false);
  }

  #create(value: Plain, inFlow: boolean): Node {
    const node = this.#doc.createNode(value) as Node;
    shape(node, value, inFlow);
    return node;
  }
}

/** Reads, edits and writes a YAML file, and keeps what the edit does not touch to the letter, the ends of lines too. */
export function editYaml(own: string, change: (edit: YamlEdit) => void): string {
  const windows = own.includes('\r\n');
  const text = windows ? own.replaceAll('\r\n', '\n') : own;
  const printed = print(parseDocument(text, { version: '1.2' }));
  const document = parseDocument(text, { version: '1.2' });
  change(new YamlEdit(document));
  const edited = keepStyle(text, printed, print(document));
  return windows ? edited.replaceAll('\n', '\r\n') : edited;
}

/** The comment above the first item is read as the list's own: gives it to the item, with which it moves and goes. */
function giveFirstComment(collection: unknown): void {
  if (!isCollection(collection) || !collection.commentBefore) return;
  const [first] = collection.items;
  const node = isPair(first) ? first.key : first;
  if (!isNode(node) || node.spaceBefore || node.commentBefore) return;
  node.commentBefore = collection.commentBefore;
  delete collection.commentBefore;
}

/** A value as a YAML fragment, in the same style. */
export function yamlOf(value: Plain): string {
  const document = new Document(value);
  if (document.contents) shape(document.contents as Node, value, false);
  return print(document);
}

const isObject = (value: Plain): value is Exclude<Plain, string | number | boolean | null> =>
  typeof value === 'object' && value !== null;
const keyOf = (pair: Pair): string => String(isScalar(pair.key) ? pair.key.value : pair.key);

function fitsOnLine(value: Plain): boolean {
  const written = JSON.stringify(value);
  return written.length < WIDE && !written.includes('\\n');
}

function styleOf(text: string, inFlow: boolean): Scalar.Type {
  if (text.includes('\n') && !inFlow) return 'BLOCK_LITERAL';
  // Hours, telephones and postcodes are texts that look like numbers; « : » and « ’ » read better in quotes.
  return /^[\d+-]|[\n:#’{}[\],&*!|>%@`]/.test(text) && !/^\d+ ?(s|min|h)$/.test(text)
    ? 'QUOTE_DOUBLE'
    : 'PLAIN';
}

const ofScalars = (node: unknown): boolean => isSeq(node) && node.items.every((item) => isScalar(item));

/** Chooses how a new value is written: short lists and maps on one line, texts in quotes where they need them. */
function shape(node: Node, value: Plain, inFlow: boolean): void {
  if (isScalar(node)) {
    if (typeof node.value === 'string') node.type = styleOf(node.value, inFlow);
    return;
  }
  if (!isCollection(node)) return;
  const flat = isSeq(node)
    ? node.items.every((item) => isScalar(item)) || node.items.length === 0
    : node.items.length === 0 ||
      node.items.every((pair) => isPair(pair) && (isScalar(pair.value) || ofScalars(pair.value)));
  node.flow = inFlow || (flat && fitsOnLine(value));
  node.items.forEach((item, index) => {
    const child = isPair(item) ? item.value : item;
    const key = isPair(item) ? keyOf(item) : index;
    if (child)
      shape(
        child as Node,
        isObject(value) ? ((value as Record<string | number, Plain>)[key] ?? '') : '',
        node.flow === true
      );
  });
}

function insertPair(map: YAMLMap, pair: Pair, order: readonly string[]): void {
  const rank = order.indexOf(keyOf(pair));
  const later = new Set(order.slice(rank + 1));
  const at = rank < 0 ? -1 : map.items.findIndex((item) => later.has(keyOf(item)));
  if (at < 0) map.items.push(pair as never);
  else map.items.splice(at, 0, pair as never);
}

interface Printable {
  toString(context?: object, ...rest: readonly unknown[]): string;
}

/** Writes a document as the house does: no folding, `{ a: 1 }` with spaces and `[a]` without. */
function print(document: Document): string {
  visit(document, {
    Collection(_, node) {
      const own = node as unknown as Printable;
      const write = (Object.getPrototypeOf(own) as Printable).toString;
      const flowCollectionPadding = isMap(node) ? ' ' : '';
      own.toString = (context, ...rest) =>
        write.call(own, context ? { ...context, flowCollectionPadding } : context, ...rest);
    }
  });
  return document.toString({ lineWidth: 0, doubleQuotedMinMultiLineLength: 1_000_000 });
}

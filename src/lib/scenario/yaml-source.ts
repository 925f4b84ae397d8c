import { LineCounter, isMap, isPair, isScalar, parseDocument, visit, type Document } from 'yaml';

/** Where something is written in a source file, from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A YAML file as data, able to say where each value is written. */
export interface YamlSource {
  /** Path inside the scenario's folder, `scenario.yaml`. */
  readonly file: string;
  readonly value: unknown;
  /** Syntax errors, in the parser's English words. */
  readonly errors: readonly { readonly code: string; readonly message: string; readonly at: Position }[];
  /** Numbers whose text is lost when read: `0612345678` or `01000` written without quotes. */
  readonly lostNumbers: readonly { readonly text: string; readonly at: Position }[];
  /** Position of the deepest value that exists on this path. With `key`, that of the last step's own key. */
  locate(path: readonly PropertyKey[], key?: boolean): Position;
}

/** Reads YAML 1.2 (core schema): `01:30` and `oui` stay texts. Duplicate keys and alias bombs are errors. */
export function readYaml(file: string, text: string): YamlSource {
  const lines = new LineCounter();
  const document = parseDocument(text, { version: '1.2', lineCounter: lines, prettyErrors: false });
  const at = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const errors: { code: string; message: string; at: Position }[] = document.errors.map((error) => ({
    code: error.code,
    message: error.message,
    at: at(error.pos[0])
  }));
  const lostNumbers: { text: string; at: Position }[] = [];
  visit(document, {
    Scalar(_, node) {
      if (typeof node.value === 'number' && node.type === 'PLAIN' && /^[+-]?0\d/.test(node.source ?? ''))
        lostNumbers.push({ text: node.source!, at: at(node.range![0]) });
    }
  });
  let value: unknown = null;
  if (!errors.length) {
    try {
      value = document.toJS({ maxAliasCount: 100 });
    } catch (error) {
      // An alias is resolved as the data is read: of one that points at nothing, the parser does not say where it stands.
      const lost = /Unresolved alias.*: (.+)$/.exec(String(error))?.[1];
      const place = lost === undefined ? 0 : offsetOfAlias(document, lost);
      const code = lost === undefined ? 'ALIAS' : 'BAD_ALIAS';
      errors.push({ code, message: String(error), at: at(place) });
    }
  }
  return {
    file,
    value,
    errors,
    lostNumbers,
    locate: (path, key) => locate(document, at, path, key ?? false)
  };
}

function offsetOfAlias(document: Document, name: string): number {
  let offset = 0;
  visit(document, {
    Alias(_, node) {
      if (node.source !== name) return undefined;
      offset = node.range?.[0] ?? 0;
      return visit.BREAK;
    }
  });
  return offset;
}

/** A file that is not in UTF-8, read with `\uFFFD` for each byte that means nothing: its one error is where the first stands. */
export function misencoded(file: string, text: string): YamlSource {
  const before = text.slice(0, Math.max(0, text.indexOf('\uFFFD'))).split('\n');
  const at = { line: before.length, column: before.at(-1)!.length + 1 };
  return {
    file,
    value: null,
    errors: [{ code: 'ENCODING', message: 'not UTF-8', at }],
    lostNumbers: [],
    locate: () => at
  };
}

function locate(
  document: Document,
  at: (offset: number) => Position,
  path: readonly PropertyKey[],
  key: boolean
): Position {
  for (let length = path.length; length > 0; length--) {
    const steps = path.slice(0, length);
    const parent = length > 1 ? document.getIn(steps.slice(0, -1), true) : document.contents;
    const last = steps.at(-1);
    if (key && isMap(parent)) {
      const pair = parent.items.find(
        (item) => isPair(item) && isScalar(item.key) && String(item.key.value) === String(last)
      );
      if (pair && isScalar(pair.key) && pair.key.range) return at(pair.key.range[0]);
    }
    const node = document.getIn(steps, true) as { range?: [number, number, number] } | undefined;
    if (node?.range) return at(node.range[0]);
  }
  return { line: 1, column: 1 };
}

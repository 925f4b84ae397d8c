import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, type AST } from 'svelte/compiler';
import ts from 'typescript';
import { SRC } from './modules';

/** A piece of text that may reach a screen: where it stands in its file and how it is written. */
export interface ScreenText {
  readonly path: string;
  readonly start: number;
  readonly end: number;
  /** As it stands in the source. */
  readonly raw: string;
  readonly kind: 'string' | 'template' | 'markup' | 'attribute';
}

/** French punctuation after a plain space, where usage wants a no-break one; and quotation marks without theirs. */
export const PLAIN_SPACE =
  /(?<=[\p{L}\p{N}»)}%€…’]) (?=[;:!?»](?:[\s.,)”]|$))|(?<=«) (?=\S)|(?<=[\p{N}}]) (?=[€%](?:[\s.,;)]|$))/u;

/** Wordings that are not ours (verbatim), summaries that tests compare, and what only an operator's console shows. */
const SPARED = /^(cli\/|lib\/referential\/|lib\/engine\/recorded-run|lib\/scenario\/problem)/;

/** Every string, template, text and attribute of the product's components and modules, tests left out. */
export function screenTexts(): ScreenText[] {
  return readdirSync(SRC, { recursive: true, encoding: 'utf8' })
    .filter(
      (path) => /\.(ts|svelte)$/.test(path) && !/\.(test|fixture)\.ts$/.test(path) && !SPARED.test(path)
    )
    .flatMap((path) => {
      const source = readFileSync(join(SRC, path), 'utf8');
      return path.endsWith('.svelte') ? inSvelte(path, source) : inScript(path, source, 0);
    });
}

function inScript(path: string, source: string, offset: number): ScreenText[] {
  const found: ScreenText[] = [];
  const visit = (node: ts.Node): void => {
    const text = (start: number, end: number, kind: ScreenText['kind']) =>
      found.push({ path, start: start + offset, end: end + offset, raw: source.slice(start, end), kind });
    if (ts.isImportDeclaration(node) || ts.isRegularExpressionLiteral(node)) return;
    if (ts.isStringLiteral(node)) text(node.getStart() + 1, node.getEnd() - 1, 'string');
    else if (ts.isNoSubstitutionTemplateLiteral(node))
      text(node.getStart() + 1, node.getEnd() - 1, 'template');
    else if (ts.isTemplateExpression(node)) {
      text(node.getStart() + 1, node.getEnd() - 1, 'template');
      const whole = found.at(-1)!;
      for (const span of node.templateSpans) {
        // A hole counts as a closed brace: a space may stand between it and a mark, and what it computes is not text.
        const from = span.expression.getFullStart() - 2 - node.getStart() - 1;
        const to = span.literal.getStart() + 1 - node.getStart() - 1;
        const { raw } = found.pop()!;
        found.push({ ...whole, raw: raw.slice(0, from) + '}'.repeat(to - from) + raw.slice(to) });
      }
      node.templateSpans.forEach((span) => visit(span.expression));
      return;
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS));
  return found;
}

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}

function inSvelte(path: string, source: string): ScreenText[] {
  const root: AST.Root = parse(source, { modern: true });
  const found: ScreenText[] = [];
  const script = (from: number, to: number) => found.push(...inScript(path, source.slice(from, to), from));
  const visit = (value: unknown, inAttribute: boolean): void => {
    if (Array.isArray(value)) return value.forEach((item) => visit(item, inAttribute));
    if (typeof value !== 'object' || value === null) return;
    const node = value as Node & Record<string, unknown>;
    if (node.type === 'Text') {
      const raw = source.slice(node.start, node.end);
      found.push({ path, start: node.start, end: node.end, raw, kind: inAttribute ? 'attribute' : 'markup' });
      return;
    }
    if (node.type === 'ExpressionTag') return void script(node.start + 1, node.end - 1);
    if (node.type === 'Attribute') return visit(node.value, true);
    if (node.type === 'StyleSheet' || node.type === 'Comment') return;
    for (const [key, member] of Object.entries(node)) {
      if (key !== 'expression' && key !== 'test' && key !== 'context') visit(member, inAttribute);
    }
  };
  visit(root.fragment, false);
  for (const part of [root.instance, root.module]) {
    const program = part?.content as Node | undefined;
    if (program) script(program.start, program.end);
  }
  return found;
}

import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

export const SRC = fileURLToPath(new URL('../../src', import.meta.url));

/** One source file, by its path from `src/`, with the modules it imports (paths from `src/`, or package names). */
export interface Module {
  readonly path: string;
  readonly text: string;
  /** Static, dynamic and type imports. */
  readonly imports: readonly string[];
  /** Imports that exist at run time and at load: neither `import type` nor `import()`. */
  readonly loads: readonly string[];
}

const CODE = /\.(ts|mjs|svelte)$/;

/** Every code file of `src/`, tests and their fixtures left out. */
export function readModules(): Module[] {
  return readdirSync(SRC, { recursive: true, encoding: 'utf8' })
    .filter((path) => CODE.test(path) && !/\.(test|fixture)\.ts$/.test(path))
    .map((path) => readModule(path));
}

function readModule(path: string): Module {
  const text = readFileSync(join(SRC, path), 'utf8');
  const script = path.endsWith('.svelte') ? scriptsOf(text) : text;
  const imports = new Set<string>();
  const loads = new Set<string>();
  const visit = (node: ts.Node): void => {
    const specifier = specifierOf(node);
    if (specifier) {
      const target = resolve(path, specifier.text);
      imports.add(target);
      if (specifier.loads) loads.add(target);
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, script, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS));
  return { path, text, imports: [...imports], loads: [...loads] };
}

function specifierOf(node: ts.Node): { text: string; loads: boolean } | null {
  if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
    return { text: node.moduleSpecifier.text, loads: !isTypeOnly(node.importClause) };
  }
  if (ts.isExportDeclaration(node) && node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier)) {
    return { text: node.moduleSpecifier.text, loads: !node.isTypeOnly };
  }
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
    const [argument] = node.arguments;
    return argument && ts.isStringLiteral(argument) ? { text: argument.text, loads: false } : null;
  }
  if (
    ts.isImportTypeNode(node) &&
    ts.isLiteralTypeNode(node.argument) &&
    ts.isStringLiteral(node.argument.literal)
  ) {
    return { text: node.argument.literal.text, loads: false };
  }
  return null;
}

function isTypeOnly(clause: ts.ImportClause | undefined): boolean {
  if (!clause) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const named = clause.namedBindings;
  return (
    !clause.name &&
    !!named &&
    ts.isNamedImports(named) &&
    named.elements.every((element) => element.isTypeOnly)
  );
}

const scriptsOf = (text: string) =>
  [...text.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map((match) => match[1]).join('\n');

/** `./x` and `$lib/x` become paths from `src/` without their extension; packages stay as they are. */
function resolve(from: string, specifier: string): string {
  if (specifier.startsWith('$lib/')) return `lib/${specifier.slice(5)}`.replace(CODE, '');
  if (!specifier.startsWith('.')) return specifier;
  return relative(SRC, join(SRC, dirname(from), specifier)).replace(/\.(ts|mjs)$/, '');
}

import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { eventSchema } from '../../scenario/format-script';
import { CONTENTS } from '../../scenario/format-channels';

/** JSON Schema as far as this test looks. */
interface Node {
  readonly properties?: Readonly<Record<string, Node>>;
  readonly additionalProperties?: Node | boolean;
  readonly items?: Node | false;
  readonly anyOf?: readonly Node[];
  readonly $ref?: string;
}

/** Keys of an event and of what it holds; facts have attributes of their own, tested with their words. */
function keysOf(node: Node, found: Set<string>, seen = new Set<Node>()): Set<string> {
  if (seen.has(node)) return found;
  seen.add(node);
  const under = Object.entries(node.properties ?? {});
  if (under.some(([key]) => key === 'fait')) return found;
  for (const [key, child] of under) {
    found.add(key);
    keysOf(child, found, seen);
  }
  for (const child of node.anyOf ?? []) keysOf(child, found, seen);
  if (node.items) keysOf(node.items, found, seen);
  if (typeof node.additionalProperties === 'object') keysOf(node.additionalProperties, found, seen);
  return found;
}

/** What the form of an amount is made of, shared with tasks and the decor. */
const SHARED = ['tasks/AmountForm.svelte', 'decor/parts-sales.ts'].map((name) =>
  readFileSync(join(process.cwd(), 'src/lib/authoring', name), 'utf8')
);
/** The forms, and what they open: the voice of a line, the lines of an amount. */
const FOLDERS = ['forms', 'voice', 'decor', 'tasks'].map((name) =>
  join(process.cwd(), 'src/lib/authoring', name)
);
const forms = FOLDERS.flatMap((folder) =>
  (readdirSync(folder, { recursive: true }) as string[])
    .filter((name) => name.endsWith('.svelte') || (name.endsWith('.ts') && !name.includes('.test.')))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
)
  .concat(SHARED)
  // The orders in which keys are written say nothing of who writes them.
  .map((text) => text.replace(/const [A-Z_]+ = \[[^\]]*\]/g, ''))
  .join('\n');

/** A form reads or writes this key: « keys={['x'] », `form.at('x')`, `put(['x']`, `{ key: 'x' }`, `x: fresh`. */
const isWritten = (key: string): boolean =>
  new RegExp(
    `\\[[^\\]]*'${key}'|at\\([^)]*'${key}'|'${key}',|tick\\('${key}'|name="${key}"|key: '${key}'|\\['${key}'`
  ).test(forms);

describe('the forms of an event', () => {
  const schema = z.toJSONSchema(eventSchema, { io: 'input' }) as unknown as Node;
  const keys = [...keysOf(schema, new Set())].filter((key) => !(CONTENTS as readonly string[]).includes(key));

  it.each(keys)('write « %s »', (key) => {
    expect(isWritten(key)).toBe(true);
  });

  it('know every key of the format', () => {
    expect(keys).toEqual(
      expect.arrayContaining(['annule_si', 'simultane', 'attendus', 'occupe', 'verrouille'])
    );
  });
});

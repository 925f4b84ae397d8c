import type { Step } from './yaml-place';

/** The part of JSON Schema that the formats of scenarios use. */
export interface SchemaNode {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, SchemaNode>>;
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly examples?: readonly unknown[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: SchemaNode | boolean;
  readonly items?: SchemaNode | boolean;
  readonly prefixItems?: readonly SchemaNode[];
  readonly anyOf?: readonly SchemaNode[];
  readonly oneOf?: readonly SchemaNode[];
  readonly allOf?: readonly SchemaNode[];
}

const MOST_DEPTH = 12;

/** A node and everything that it may be instead: references followed, alternatives laid side by side. */
function spread(root: SchemaNode, node: SchemaNode, depth = 0): readonly SchemaNode[] {
  if (depth > MOST_DEPTH) return [];
  const others = [...(node.anyOf ?? []), ...(node.oneOf ?? []), ...(node.allOf ?? [])];
  const target = node.$ref ? resolve(root, node.$ref) : null;
  return [
    node,
    ...(target ? spread(root, target, depth + 1) : []),
    ...others.flatMap((other) => spread(root, other, depth + 1))
  ];
}

/** `#/$defs/name`, or `#` for the whole. */
function resolve(root: SchemaNode, reference: string): SchemaNode | null {
  if (reference === '#') return root;
  const name = /^#\/\$defs\/(.+)$/.exec(reference)?.[1];
  return (name && root.$defs?.[name]) || null;
}

/** Everything that a value at this path may be. Empty when the path is not in the format. */
export function nodesAt(root: SchemaNode, path: readonly Step[]): readonly SchemaNode[] {
  let nodes: readonly SchemaNode[] = spread(root, root);
  for (const step of path)
    nodes = nodes.flatMap((node) => inside(node, step)).flatMap((node) => spread(root, node));
  return nodes;
}

function inside(node: SchemaNode, step: Step): readonly SchemaNode[] {
  if (step === 'item')
    return [typeof node.items === 'object' ? [node.items] : [], node.prefixItems ?? []].flat();
  const known = node.properties?.[step.key];
  if (known) return [known];
  return typeof node.additionalProperties === 'object' ? [node.additionalProperties] : [];
}

/** A key that may be written, with what is known of it. */
export interface KeyHint {
  readonly key: string;
  readonly description: string;
  readonly required: boolean;
  /** Its value goes on lines of its own. */
  readonly nested: boolean;
}

/** The keys of the maps at this path, required ones first. */
export function keysAt(root: SchemaNode, path: readonly Step[]): readonly KeyHint[] {
  const hints = new Map<string, KeyHint>();
  for (const node of nodesAt(root, path))
    for (const [key, value] of Object.entries(node.properties ?? {})) {
      const shapes = spread(root, value);
      hints.set(key, {
        key,
        description: shapes.find(({ description }) => description)?.description ?? '',
        required: (node.required ?? []).includes(key),
        nested: shapes.every(({ type }) => type === undefined || type === 'object' || type === 'array')
      });
    }
  return [...hints.values()].sort((left, right) => Number(right.required) - Number(left.required));
}

/** Values that the format itself names: a closed choice, yes or no, an example. */
export function valuesAt(root: SchemaNode, path: readonly Step[]): readonly string[] {
  const values = nodesAt(root, path).flatMap((node) => [
    ...(node.enum ?? []),
    ...(node.const === undefined ? [] : [node.const]),
    ...(node.type === 'boolean' ? [true, false] : []),
    ...(node.examples ?? [])
  ]);
  return [...new Set(values.map(written))];
}

/** A value as YAML wants it: texts that look like something else in quotes. */
const written = (value: unknown): string =>
  typeof value === 'string' && /^[\d+]|[:#]/.test(value) ? JSON.stringify(value) : String(value);

/** What the format says of the value at this path, in a sentence; empty when it says nothing. */
export function descriptionAt(root: SchemaNode, path: readonly Step[]): string {
  return nodesAt(root, path).find(({ description }) => description)?.description ?? '';
}

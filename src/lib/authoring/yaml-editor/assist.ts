import {
  snippetCompletion,
  type Completion,
  type CompletionContext,
  type CompletionResult
} from '@codemirror/autocomplete';
import { hoverTooltip } from '@codemirror/view';
import type { EditorState } from '@codemirror/state';
import { jsonSchemas } from '../../scenario/format';
import { criteriaOf, namesAt, type Name } from './names';
import { descriptionAt, keysAt, valuesAt, type SchemaNode } from './schema';
import { placeAt, siblingKeys, type Place } from './yaml-place';

/** What the editor asks of the scenario around the text. */
export interface Surroundings {
  /** `scenario.yaml`, `grille.yaml`, `parcours/x.yaml`. */
  readonly file: string;
  /** The whole scenario as far as it can be read. */
  readonly source: () => Readonly<Record<string, unknown>> | null;
  readonly pieces: () => readonly string[];
}

/** The format of a file. */
export function schemaOf(file: string): SchemaNode {
  const { scenario, grille, parcours } = jsonSchemas();
  return (file === 'grille.yaml' ? grille : file.startsWith('parcours/') ? parcours : scenario) as SchemaNode;
}

const linesOf = (state: EditorState): readonly string[] => state.doc.toString().split('\n');

function keyCompletions(
  schema: SchemaNode,
  place: Place,
  lines: readonly string[],
  row: number
): Completion[] {
  const taken = place.column === null ? new Set<string>() : siblingKeys(lines, row, place.column);
  return keysAt(schema, place.path)
    .filter(({ key }) => !taken.has(key))
    .map(({ key, description, required, nested }) => ({
      ...snippetCompletion(nested && place.column !== null ? `${key}:\n\t\${}` : `${key}: \${}`, {
        label: key
      }),
      type: 'property',
      detail: required ? 'obligatoire' : '',
      boost: required ? 10 : 0,
      ...(description && { info: description })
    }));
}

const nameCompletion = ({ name, detail }: Name): Completion => ({
  label: name,
  detail,
  type: 'variable',
  boost: 20
});

/** Completion from the format and from the names that the scenario declares. */
export function completeYaml(around: Surroundings) {
  const schema = schemaOf(around.file);
  return (context: CompletionContext): CompletionResult | null => {
    const line = context.state.doc.lineAt(context.pos);
    const lines = linesOf(context.state);
    const row = line.number - 1;
    const place = placeAt(lines, row, context.pos - line.from);
    if (!place) return null;
    const typed = line.text.slice(place.from, context.pos);
    if (!typed && !context.explicit && place.wants === 'key') return null;
    const names = namesAt(place.path, around.source(), around.pieces()).map(nameCompletion);
    const isCriteria = place.wants === 'key' && around.file === 'grille.yaml' && isPath(place, ['criteres']);
    const criteria = isCriteria ? criteriaOf(String(around.source()?.['referentiel'] ?? '')) : [];
    // Between dashes or brackets, a list of names waits for one; elsewhere a key is wanted.
    const options =
      place.wants === 'value'
        ? [
            ...names,
            ...valuesAt(schema, place.path).map((label): Completion => ({ label, type: 'constant' }))
          ]
        : [
            ...keyCompletions(schema, place, lines, row),
            ...criteria.map((name) => ({ ...nameCompletion(name), apply: `${name.name}:` })),
            ...(place.path.at(-1) === 'item' ? names : [])
          ];
    return options.length ? { from: line.from + place.from, options, validFor: /^[\w.-]*$/ } : null;
  };
}

const isPath = (place: Place, keys: readonly string[]): boolean =>
  place.path.length === keys.length &&
  place.path.every((step, at) => step !== 'item' && step.key === keys[at]);

/** What the format says of the key under the pointer. */
export function explainYaml({ file }: Surroundings) {
  const schema = schemaOf(file);
  return hoverTooltip((view, pos) => {
    const line = view.state.doc.lineAt(pos);
    const word = /[\w-]+(?=\s*:(\s|$))/g;
    for (const match of line.text.matchAll(word)) {
      const from = line.from + match.index;
      const to = from + match[0].length;
      if (pos < from || pos > to) continue;
      const place = placeAt(linesOf(view.state), line.number - 1, match.index);
      const words = place ? descriptionAt(schema, [...place.path, { key: match[0] }]) : '';
      if (!words) return null;
      const create = () => {
        const dom = document.createElement('div');
        dom.className = 'cm-explain';
        dom.textContent = words;
        return { dom };
      };
      return { pos: from, end: to, above: true, create };
    }
    return null;
  });
}

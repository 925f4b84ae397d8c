import type { Problem } from '../../scenario/problem';
import type { YamlSource } from '../../scenario/yaml-source';
import { mapIn, valueAt } from '../document/loose';
import type { Path } from '../document/yaml-edit';

/** The lines that a value is written on, `[from, to)`; `null` when there is none. */
function spanOf(yaml: YamlSource, path: Path): { readonly from: number; readonly to: number } | null {
  if (valueAt(yaml.value, path) === undefined) return null;
  for (let depth = path.length; depth > 0; depth--) {
    const parent = valueAt(yaml.value, path.slice(0, depth - 1));
    const step = path[depth - 1]!;
    const keys = Array.isArray(parent) ? [...parent.keys()] : Object.keys(mapIn(parent));
    const next = keys[keys.indexOf(step as never) + 1];
    if (next !== undefined)
      return {
        from: yaml.locate(path, true).line,
        to: Math.max(
          yaml.locate([...path.slice(0, depth - 1), next], true).line,
          yaml.locate(path, true).line + 1
        )
      };
  }
  return { from: yaml.locate(path, true).line, to: Infinity };
}

/** What the checker says of the lines of these values. */
export function problemsIn(
  yaml: YamlSource,
  problems: readonly Problem[],
  paths: readonly Path[]
): readonly Problem[] {
  const spans = paths.map((path) => spanOf(yaml, path)).filter((span) => span !== null);
  return problems.filter(
    ({ file, line }) => file === yaml.file && spans.some(({ from, to }) => line >= from && line < to)
  );
}

/** The gravest of some problems, for a mark. */
export const worstOf = (problems: readonly Problem[]): 'erreur' | 'avertissement' | null =>
  problems.some(({ severity }) => severity === 'erreur')
    ? 'erreur'
    : problems.length > 0
      ? 'avertissement'
      : null;

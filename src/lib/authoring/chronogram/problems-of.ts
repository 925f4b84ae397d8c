import type { Problem } from '../../scenario/problem';
import type { YamlSource } from '../../scenario/yaml-source';
import { listIn, mapIn } from '../document/loose';

/** The lines of each item of a list of a file: `[first, after last)`, from 1. */
export function linesOf(
  yaml: YamlSource,
  list: string
): readonly { readonly from: number; readonly to: number }[] {
  const count = listIn(mapIn(yaml.value)[list]).length;
  const starts = Array.from({ length: count }, (_, index) => yaml.locate([list, index]).line);
  const keys = Object.keys(mapIn(yaml.value));
  const next = keys[keys.indexOf(list) + 1];
  const end = next === undefined ? Infinity : yaml.locate([next], true).line;
  return starts.map((from, index) => ({ from, to: starts[index + 1] ?? end }));
}

/** What the checker says of each event of the script, by its position. */
export function problemsByEvent(
  yaml: YamlSource,
  problems: readonly Problem[]
): ReadonlyMap<number, readonly Problem[]> {
  const own = problems.filter(({ file }) => file === yaml.file);
  return new Map(
    linesOf(yaml, 'deroule').map(({ from, to }, index) => [
      index,
      own.filter(({ line }) => line >= from && line < to)
    ])
  );
}

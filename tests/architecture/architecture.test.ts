import { describe, expect, it } from 'vitest';
import { COMPOSES_APPS, MAY_IMPORT } from './dependencies';
import { readModules, type Module } from './modules';

const modules = readModules();
const inLib = modules.filter((module) => module.path.startsWith('lib/'));
const folderOf = (path: string) => path.split('/')[1]!;
/** Pure code runs alike in the browser, on the server and in a replay years later. */
const PURE_FOLDERS = ['kernel', 'log', 'scene', 'referential', 'scenario', 'engine'];
const isPure = ({ path }: Module) =>
  !path.endsWith('.server.ts') &&
  (PURE_FOLDERS.includes(folderOf(path)) ||
    /^lib\/apps\/[^/]+\/(model|seed|facts)\.ts$/.test(path) ||
    path === 'lib/desk/fold.ts');

function allowed(from: string, target: string): boolean {
  const folder = folderOf(from);
  const to = folderOf(target);
  if (folder === 'apps') {
    if (COMPOSES_APPS.test(from)) return true;
    const app = from.split('/')[2]!;
    if (to === 'apps') return target.startsWith(`lib/apps/${app}/`);
  } else if (folder === to) return true;
  return (MAY_IMPORT[folder] ?? []).some(
    (name) =>
      target === `lib/${name}` || target.startsWith(`lib/${name}/`) || target.startsWith(`lib/${name}.`)
  );
}

describe('architecture', () => {
  it('reads the sources', () => {
    expect(inLib.length).toBeGreaterThan(50);
    expect(inLib.flatMap((module) => module.imports).length).toBeGreaterThan(200);
  });

  it('gives every folder of src/lib a line in the dependency table', () => {
    expect(
      [...new Set(inLib.map(({ path }) => folderOf(path)))].filter((folder) => !(folder in MAY_IMPORT))
    ).toEqual([]);
  });

  it('imports only what the dependency table allows', () => {
    const forbidden = inLib.flatMap(({ path, imports }) =>
      imports
        .filter((target) => target.startsWith('lib/') && !allowed(path, target))
        .map((target) => `${path} → ${target}`)
    );
    expect(forbidden).toEqual([]);
  });

  it('keeps time, chance and Node out of pure files', () => {
    const impure = modules
      .filter(isPure)
      .filter(
        ({ text, imports }) =>
          /\bDate\.now\(|\bMath\.random\(|new Date\(\)/.test(text) ||
          imports.some((name) => name.startsWith('node:'))
      )
      .map(({ path }) => path);
    expect(impure).toEqual([]);
  });

  it('loads Node and the server only from files that the bundler guards', () => {
    const guarded = (path: string) =>
      path.endsWith('.server.ts') ||
      path.startsWith('lib/server/') ||
      path.startsWith('cli/') ||
      /hooks\.server\.ts$|\+server\.ts$|\.server\.ts$/.test(path) ||
      path.startsWith('routes/error-table');
    const leaks = modules.flatMap(({ path, loads }) =>
      guarded(path)
        ? []
        : loads
            .filter(
              (name) => name.startsWith('node:') || name.startsWith('lib/server/') || name.endsWith('.server')
            )
            .map((name) => `${path} → ${name}`)
    );
    expect(leaks).toEqual([]);
  });

  it('keeps each heavy library in the folder of its application', () => {
    const homes = new Map([
      [/^@tiptap\//, 'lib/apps/text/'],
      [/^handsontable/, 'lib/apps/sheet/'],
      [/^hyperformula/, 'lib/apps/sheet/'],
      [/^fullcalendar/, 'lib/apps/agenda/vendor']
    ]);
    const strays = modules.flatMap(({ path, imports }) =>
      [...homes].flatMap(([library, home]) =>
        !path.startsWith(home) && imports.some((name) => library.test(name))
          ? [`${path} → ${library.source}`]
          : []
      )
    );
    expect(strays).toEqual([]);
  });

  it('has no import cycle', () => {
    const byPath = new Map(modules.map((module) => [module.path.replace(/\.(ts|mjs)$/, ''), module]));
    const done = new Set<string>();
    const cycles: string[] = [];
    const visit = (path: string, trail: readonly string[]): void => {
      if (trail.includes(path))
        return void cycles.push([...trail.slice(trail.indexOf(path)), path].join(' → '));
      if (done.has(path)) return;
      for (const target of byPath.get(path)?.loads ?? [])
        if (byPath.has(target)) visit(target, [...trail, path]);
      done.add(path);
    };
    for (const path of byPath.keys()) visit(path, []);
    expect(cycles).toEqual([]);
  });
});

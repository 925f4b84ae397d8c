import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Role } from '../../src/lib/sessions/account';

/** An address of the product, as the tree of routes says it. */
export interface Route {
  readonly path: string;
  readonly kind: 'page' | 'endpoint';
  readonly methods: readonly ('GET' | 'POST')[];
  /** Who may use it; `null` is everybody. */
  readonly roles: readonly Role[] | null;
}

const ROOT = join(import.meta.dirname, '../../src/routes');
/** Whose each part of the product is, by the first words of the path. The first that fits decides. */
const OWNERS: readonly (readonly [RegExp, readonly Role[] | null])[] = [
  [/^\/(healthz|deconnexion|aide)?(\/|$)/, null],
  [/^(\/api)?\/poste(\/|$)/, ['candidate']],
  [/^(\/api)?\/surveillance(\/|$)/, ['proctor', 'head']],
  [/^\/api\/jury\/(archives|proces-verbal)(\/|$)/, ['juror', 'head']],
  [/^(\/api)?\/jury(\/|$)/, ['juror']],
  [/^(\/api)?\/sessions(\/|$)/, ['head']],
  [/^(\/api)?\/atelier(\/|$)/, ['author', 'head']]
];

/** Every route of the file tree. @throws Error for a part of the product that nobody owns yet: say here whose it is. */
export function routes(): Route[] {
  return readdirSync(ROOT, { recursive: true, encoding: 'utf8' }).flatMap((file) => {
    const found = /(?:^|\/)(\+page\.svelte|\+server\.ts)$/.exec(file);
    if (!found) return [];
    const folder = file.slice(0, found.index);
    const path = `/${folder}`.replaceAll(/\/\([^)]*\)/g, '').replaceAll(/\[[^\]]+\]/g, 'x') || '/';
    const owner = OWNERS.find(([words]) => words.test(path));
    if (!owner) throw new Error(`Whose is ${path}?`);
    const kind = found[1] === '+server.ts' ? 'endpoint' : 'page';
    const source = readFileSync(join(ROOT, file), 'utf8');
    const methods =
      kind === 'page'
        ? (['GET'] as const)
        : (['GET', 'POST'] as const).filter((method) => source.includes(`export const ${method}`));
    return [{ path, kind, methods, roles: owner[1] }];
  });
}

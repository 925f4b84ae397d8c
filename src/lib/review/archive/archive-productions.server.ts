import type { AppId, Exporter, ExportResources, StandardFile } from '../../desk/app-model';
import type { TreeState } from '../../desk/files/model';
import { deskReader, type DeskStates } from '../../desk/fold';
import type { Scene } from '../../scene/scene';
import type { ReviewContext } from '../context.server';
import type { ProductionLine } from '../copy/copy-file';
import type { Contents } from './pack.server';

/** Apps whose past is not frozen in copies: what was handed in is exported from the desk of that moment. */
const CHANGING: ReadonlySet<AppId> = new Set(['agenda']);

/** A name that any system takes inside a zip. */
const clean = (name: string): string =>
  name
    .normalize('NFC')
    .replace(/[\\/:*?"<>|\p{Cc}]/gu, '_')
    .slice(0, 120);

/** Adds files under a folder; a name already there gets a number. */
function add(files: Map<string, Uint8Array>, folder: string, list: readonly StandardFile[]): void {
  for (const { name, bytes } of list) {
    const [, base = '', extension = ''] = /^(.*?)(\.[^.]*)?$/.exec(clean(name)) ?? [];
    let path = `${folder}/${base}${extension}`;
    for (let count = 2; files.has(path); count++) path = `${folder}/${base} (${count})${extension}`;
    files.set(path, bytes);
  }
}

/** `productions/`: everything of lasting value at the end, each production as it was handed in, and what was kept of others. */
export async function productionFiles(
  ctx: ReviewContext,
  scene: Scene,
  final: DeskStates,
  at: (n: number) => Promise<DeskStates>,
  lines: readonly ProductionLine[]
): Promise<Contents> {
  const files = new Map<string, Uint8Array>();
  const exporters = new Map<AppId, Exporter>(ctx.exporters.map((exporter) => [exporter.app, exporter]));
  const resources = (states: DeskStates): ExportResources => ({
    blob: (hash) => ctx.blobs.get(hash),
    file: (file) => exportFile(states, file)
  });
  const exportFile = async (states: DeskStates, file: string): Promise<readonly StandardFile[]> => {
    const desk = deskReader(scene, states);
    const known = desk.state<TreeState>('tree').files[file];
    if (!known) return [];
    for (const app of ctx.exporters) {
      const made = await app.exportFile?.(desk, file, resources(states));
      if (made && made.length > 0) return made;
    }
    return known.blob
      ? [{ name: known.name, mediaType: known.mediaType, bytes: await ctx.blobs.get(known.blob) }]
      : [];
  };
  for (const exporter of ctx.exporters)
    add(
      files,
      `productions/final/${exporter.app}`,
      await exporter.exportAll(deskReader(scene, final), resources(final))
    );
  for (const line of lines) {
    const name = clean(`${line.task} - ${line.production}`);
    if (line.kept) {
      const then = await at(line.kept.n);
      for (const { file } of line.kept.files)
        add(files, `productions/echeances/${name}`, await exportFile(then, file));
    }
    if (!line.received) continue;
    const folder = `productions/remises/${name}`;
    const { showing } = line.received;
    if (showing.kind !== 'window') continue;
    const { file } = showing.params;
    if (typeof file === 'string') add(files, folder, await exportFile(final, file));
    else if (CHANGING.has(showing.app)) {
      const then = await at(showing.n);
      const exporter = exporters.get(showing.app);
      if (exporter) add(files, folder, await exporter.exportAll(deskReader(scene, then), resources(then)));
    }
  }
  return files;
}

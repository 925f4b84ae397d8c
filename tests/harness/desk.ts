import { mount } from 'svelte';
import '$lib/ui/base.css';
import '$lib/ui/fonts.css';
import type { AppManifest } from '$lib/desk/app-manifest';
import { treeModel } from '$lib/desk/files/model';
import type { AnyModel } from '$lib/desk/fold';
import { MemoryPort } from '$lib/desk/memory-port.svelte';
import { DeskShell } from '$lib/desk/shell/shell-service.svelte';
import { shellModel } from '$lib/desk/shell/model';
import { demoScene } from '../builders/demo-scene';
import { DESK_ORDER } from '$lib/desk/shell/desk-order';
import DeskHarness from './DeskHarness.svelte';

/** The whole desk with every app that exists, on the memory port: `/desk.html`. */
const found = import.meta.glob<{ manifest: AppManifest }>('../../src/lib/apps/*/manifest.ts');
const manifests: AppManifest[] = [];
const models: AnyModel[] = [treeModel as AnyModel, shellModel as AnyModel];
for (const [path, load] of Object.entries(found)) {
  try {
    const { manifest } = await load();
    models.push((await manifest.loadModel()) as unknown as AnyModel);
    manifests.push(manifest);
  } catch (error) {
    // An app that is being written does not keep the others away.
    console.error(`${path} does not load`, error);
  }
}
manifests.sort((a, b) => DESK_ORDER.indexOf(a.id) - DESK_ORDER.indexOf(b.id));
const shell: DeskShell = new DeskShell(() => desk, manifests);
const query = new URLSearchParams(location.search);
const desk: MemoryPort = new MemoryPort({
  scene: demoScene({
    channels: ['chat', 'reception', 'post'],
    ...(query.has('long') && { durationMs: 3 * 3_600_000 })
  }),
  models,
  shell
});
Object.assign(window, { desk, shell });
mount(DeskHarness, { target: document.getElementById('desk')!, props: { desk, shell } });

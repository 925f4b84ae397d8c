import { mount } from 'svelte';
import '$lib/ui/base.css';
import '$lib/ui/fonts.css';
import { treeModel } from '$lib/desk/files/model';
import { MemoryPort } from '$lib/desk/memory-port.svelte';
import type { AnyModel } from '$lib/desk/fold';
import type { AppManifest } from '$lib/desk/app-manifest';
import { demoScene } from '../builders/demo-scene';
import { letterContentRevealed } from '$lib/log/script-world';
import { demoContents, demoLetters } from './demo-letters';
import { harnessShell } from './shell';
import Harness from './Harness.svelte';

const manifests = import.meta.glob<{ manifest: AppManifest }>('../../src/lib/apps/*/manifest.ts');
const query = new URLSearchParams(location.search);
const app = query.get('app') ?? '';
const load = manifests[`../../src/lib/apps/${app}/manifest.ts`];
if (!load) throw new Error(`no app « ${app} »: ${Object.keys(manifests).join(', ')}`);
const { manifest } = await load();
const model = (await manifest.loadModel()) as AnyModel;
const component = (await manifest.loadWindow()).default;
const desk: MemoryPort = new MemoryPort({
  scene: demoScene(query.has('vide') ? {} : { letters: demoLetters }),
  models: [treeModel as AnyModel, model],
  shell: harnessShell(() => desk),
  readOnly: query.has('lecture'),
  onrecord: (gesture) => {
    const { letter = '' } = gesture.d as { letter?: string };
    const content =
      gesture.type === 'post.opened' && !query.has('attente') ? demoContents[letter] : undefined;
    if (content) desk.receive({ by: 'script', ...letterContentRevealed({ letter, content: [...content] }) });
  }
});
desk.reachable = !query.has('coupure');
// For scripts that arrange a scene: `desk.receive(…)`, `desk.record(…)`, `desk.journal`.
Object.assign(window, { desk });
const params = JSON.parse(query.get('params') ?? '{}') as Record<string, unknown>;
mount(Harness, { target: document.getElementById('window')!, props: { desk, component, manifest, params } });

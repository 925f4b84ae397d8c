import FileText from '@lucide/svelte/icons/file-text';
import { describe, expect, it } from 'vitest';
import { demoScene } from '../../../../tests/builders/demo-scene';
import type { TaskSheet } from '../../scene/scene';
import type { AppManifest } from '../app-manifest';
import { treeModel } from '../files/model';
import type { AnyModel } from '../fold';
import { MemoryPort } from '../memory-port.svelte';
import { ReplayPort } from '../replay-port.svelte';
import { tasksModel } from '../tasks/model';
import { shellModel, windowOpened } from './model';
import { DeskShell } from './shell-service.svelte';

const manifest = (id: AppManifest['id'], perFile = false): AppManifest => ({
  id,
  title: id,
  icon: FileText as AppManifest['icon'],
  color: 'var(--accent)',
  size: { width: 800, height: 500 },
  perFile,
  loadModel: () => Promise.reject(new Error('not needed here')),
  loadWindow: () => Promise.reject(new Error('not needed here'))
});
const manifests = [manifest('mail'), manifest('text', true), manifest('files'), manifest('phone')];
const models = [treeModel as AnyModel, shellModel as AnyModel];

function openDesk() {
  const shell: DeskShell = new DeskShell(() => desk, manifests);
  const desk: MemoryPort = new MemoryPort({ scene: demoScene(), models, shell });
  const types = () => desk.journal.map(({ type }) => type.replace('shell.window-', ''));
  return { desk, shell, windows: shell.windows, types };
}

describe('opening', () => {
  it('has one window per app, one per file for editors, and hands the intent over', () => {
    const { shell, windows, types } = openDesk();
    shell.openApp('mail');
    shell.openFile('modele-lettre');
    shell.openApp('mail', { compose: { to: 'x' } });
    shell.openFile('modele-lettre');
    expect(windows.all.map(({ app }) => app)).toEqual(['mail', 'text']);
    expect(types()).toEqual(['opened', 'opened', 'retargeted', 'focused']);
    expect(windows.windowPort(windows.all[0]!.id).params).toEqual({ compose: { to: 'x' } });
  });

  it('does not log a focus that changes nothing', () => {
    const { shell, windows, types } = openDesk();
    shell.openApp('mail');
    windows.raise(windows.all[0]!.id);
    shell.openApp('mail');
    expect(types()).toEqual(['opened']);
  });

  it('does not dial again after a reload', () => {
    const { desk, shell, windows } = openDesk();
    shell.call('201');
    const id = windows.all[0]!.id;
    expect(windows.windowPort(id).params).toEqual({ dial: '201' });
    const reloaded = new DeskShell(() => desk, manifests);
    expect(reloaded.windows.windowPort(id).params).toEqual({});
  });

  it('hands an attachment over whole, and logs only what names it', () => {
    const { desk, shell, windows } = openDesk();
    const letter = { name: 'lettre.docx', kind: 'text', mediaType: 'x', size: 9 } as const;
    shell.viewAttachment({ ...letter, content: { type: 'doc' } });
    const id = windows.all[0]!.id;
    expect(windows.windowPort(id).params).toEqual({ attachment: { ...letter, content: { type: 'doc' } } });
    expect(desk.journal[0]?.d).toMatchObject({ params: { attachment: letter } });
    expect(JSON.stringify(desk.journal)).not.toContain('doc"');
    const reloaded = new DeskShell(() => desk, manifests);
    expect(reloaded.windows.windowPort(id).params).toEqual({ attachment: letter });
  });

  it('shows an attachment in the viewer, and says when a file is gone', () => {
    const { shell, windows } = openDesk();
    shell.viewAttachment({ name: 'plan.pdf', kind: 'pdf', mediaType: 'application/pdf', size: 3 });
    expect(windows.front?.app).toBe('files');
    shell.openFile('nowhere');
    expect(shell.notices.trail[0]?.title).toBe('Ce fichier n’est plus à cet endroit.');
  });
});

describe('gestures', () => {
  it('are logged once, at their end', () => {
    const { shell, windows, types } = openDesk();
    shell.openApp('mail');
    const { id, rect } = windows.all[0]!;
    windows.dragTo({ window: id, kind: 'move', rect: { ...rect, x: 300 }, preview: null });
    windows.dragTo({ window: id, kind: 'move', rect: { ...rect, x: 400 }, preview: null });
    expect(windows.rectOf(windows.all[0]!).x).toBe(400);
    expect(types()).toEqual(['opened']);
    windows.drop();
    expect(types()).toEqual(['opened', 'moved']);
    windows.dragTo({ window: id, kind: 'move', rect, preview: 'left' });
    windows.drop();
    expect(windows.rectOf(windows.all[0]!)).toEqual({ x: 0, y: 0, width: 683, height: 720 });
  });

  it('given up leave no trace', () => {
    const { shell, windows, types } = openDesk();
    shell.openApp('mail');
    const window = windows.all[0]!;
    const before = windows.rectOf(window);
    windows.dragTo({ window: window.id, kind: 'resize', rect: { ...before, width: 400 }, preview: null });
    windows.cancelDrag();
    expect(windows.rectOf(window)).toEqual(before);
    expect(types()).toEqual(['opened']);
  });
});

describe('closing', () => {
  it('asks the app first, and gives the keyboard to the next window', async () => {
    const { shell, windows } = openDesk();
    shell.openApp('mail');
    shell.openApp('phone');
    const [mail, phone] = windows.all;
    let ready = false;
    windows.windowPort(phone!.id).onBeforeClose(() => Promise.resolve(ready));
    expect(await windows.close(phone!.id)).toBe(false);
    ready = true;
    expect(await windows.close(phone!.id)).toBe(true);
    expect(windows.all.map(({ id }) => id)).toEqual([mail!.id]);
    expect(windows.focusWish).toEqual({ window: mail!.id });
  });
});

describe('questions', () => {
  it('come one at a time and resolve with their answer', async () => {
    const { shell } = openDesk();
    const first = shell.confirm({ title: 'Supprimer ?', body: '', confirm: 'Supprimer' });
    const second = shell.pickFiles({ title: 'Joindre' });
    const question = shell.request;
    if (question?.kind !== 'confirm') throw new Error('the first question is the confirmation');
    question.answer(true);
    expect(await first).toBe(true);
    const pick = shell.request;
    if (pick?.kind !== 'pick') throw new Error('the second question is the choice of files');
    pick.answer(null);
    expect(await second).toBeNull();
    expect(shell.request).toBeNull();
  });
});

describe('the replay', () => {
  it('shows the windows of an instant at the candidate’s size, and does nothing', async () => {
    const shell: DeskShell = new DeskShell(() => desk, manifests);
    const desk: ReplayPort = new ReplayPort({
      scene: demoScene(),
      models,
      shell,
      blobUrl: (hash) => `/jury/${hash}`
    });
    const opened = windowOpened({
      window: 'w',
      app: 'mail',
      params: { compose: {} },
      rect: { x: 118, y: 18, width: 800, height: 500 }
    });
    const empty = shellModel.open(demoScene());
    const state = {
      ...shellModel.reduce(empty, { ...opened, by: 'candidate', t: 5 }),
      area: { width: 1024, height: 552 }
    };
    desk.show({ shell: state }, 60_000);
    expect(shell.windows.front?.id).toBe('w');
    expect(shell.windows.area).toEqual({ width: 1024, height: 552 });
    expect(desk.clock.story()).toBe(Date.UTC(2026, 2, 17, 8, 31));
    shell.openApp('phone');
    shell.notify({ title: 'x' });
    expect(shell.windows.all).toHaveLength(1);
    expect(shell.notices.trail).toEqual([]);
    expect(await shell.confirm({ title: '', body: '', confirm: '' })).toBe(false);
  });
});

describe('time that comes near', () => {
  const MINUTE = 60_000;
  const handIn = { ...manifest('hand-in'), pending: (_: never, task: TaskSheet) => task.id !== 'rendue' };
  const handInModel: AnyModel = { id: 'hand-in', events: [], open: () => ({}), reduce: (state) => state };
  const all = [...models, tasksModel as AnyModel, handInModel];

  it('reminds of the tasks that are not handed in, and of the end', () => {
    const task = { instruction: '', deliverables: [], deadlineMs: 60 * MINUTE };
    const tasks = [
      { ...task, id: 'rendue', title: 'Rendue' },
      { ...task, id: 'due', title: 'Lettre' }
    ];
    const shell: DeskShell = new DeskShell(() => desk, [...manifests, handIn]);
    const desk: MemoryPort = new MemoryPort({ scene: { ...demoScene(), tasks }, models: all, shell });
    shell.warn({ left: 40 * MINUTE, exam: 44 * MINUTE }, { left: 30 * MINUTE, exam: 45 * MINUTE });
    expect(shell.notices.shown.map(({ title }) => title.replaceAll('\u00a0', ' '))).toEqual([
      'Il reste 30 min',
      'Échéance dans 15 min'
    ]);
    expect(shell.notices.shown[1]!.body).toContain('Lettre');
  });
});

import { describe, expect, it } from 'vitest';
import { demoScene } from '../../../../tests/builders/demo-scene';
import { fileCopied, fileTrashed, treeModel } from '../files/model';
import { filesFor, folderPath, folderRows, nameProblem, namesake, withExtension } from '../files/folder-view';
import { taskbarLayout } from './taskbar-layout';
import { lastingParams, windowKey } from './window-key';

const tree = treeModel.open(demoScene());

describe('folders and files to choose from', () => {
  it('lists folders under their parents', () => {
    expect(folderRows(tree).map(({ name, depth }) => `${depth} ${name}`)).toEqual([
      '0 Documents',
      '1 Clients',
      '2 Clos angevin',
      '1 Modèles'
    ]);
    expect(folderPath(tree, 'clients-a')).toBe('Documents › Clients › Clos angevin');
  });

  it('finds by folder, by part of the name whatever the accents, and by kind', () => {
    const names = (query: Partial<Parameters<typeof filesFor>[1]>) =>
      filesFor(tree, { folder: null, search: '', kinds: undefined, ...query }).map(({ name }) => name);
    expect(names({ folder: 'modeles' })).toEqual(['Modèle de lettre.docx']);
    expect(names({})).toEqual([]);
    expect(names({ search: 'MODELE' })).toEqual(['Modèle de lettre.docx']);
    expect(names({ search: 'modele', kinds: ['sheet'] })).toEqual([]);
  });

  it('hides the bin and the frozen copies', () => {
    const event = { by: 'candidate', t: 0 } as const;
    const copied = treeModel.reduce(tree, {
      ...fileCopied({
        file: 'modele-lettre',
        copy: 'c',
        name: 'Copie.docx',
        folder: 'modeles',
        frozen: true
      }),
      ...event
    });
    const binned = treeModel.reduce(copied, { ...fileTrashed({ file: 'modele-lettre' }), ...event });
    expect(filesFor(binned, { folder: 'modeles', search: '', kinds: undefined })).toEqual([]);
    expect(namesake(tree, 'MODÈLE de lettre.docx', 'modeles')?.id).toBe('modele-lettre');
    expect(namesake(binned, 'Modèle de lettre.docx', 'modeles')).toBeNull();
  });

  it('explains what is wrong with a name, and adds the extension once', () => {
    expect(nameProblem('  ')).toBe('Donnez un nom au fichier.');
    expect(nameProblem('a/b')).toContain('ne peut pas contenir');
    expect(nameProblem('x'.repeat(111))).toContain('trop long');
    expect(nameProblem('Lettre M. Aubry')).toBeNull();
    expect(withExtension(' Lettre ', 'docx')).toBe('Lettre.docx');
    expect(withExtension('Lettre.DOCX', '.docx')).toBe('Lettre.DOCX');
  });
});

describe('what a window is about', () => {
  it('is its file where each file has its window', () => {
    expect(windowKey({ file: 'f' }, true)).toBe('file:f');
    expect(windowKey({ file: 'f' }, false)).toBe('');
    expect(windowKey({ view: 'f' }, false)).toBe('view:f');
    expect(windowKey({ attachment: { name: 'a.pdf', blob: 'b' } }, false)).toBe('attachment:b');
  });

  it('survives a reload without its passing wishes', () => {
    expect(lastingParams({ file: 'f', compose: { to: 'x' }, dial: '201' })).toEqual({ file: 'f' });
  });
});

it('shows as many names on the taskbar as there is room for, « Remise » always', () => {
  const items = ['Messagerie', 'Texte', 'Tableur', 'Agenda', 'Commandes', 'Remise'].map((title, index) => ({
    title,
    running: index < 2,
    pill: index === 0,
    lasting: title === 'Remise'
  }));
  expect([900, 560, 400, 200].map((width) => taskbarLayout(items, width))).toEqual([
    'labels',
    'running-labels',
    'icons',
    'menu'
  ]);
});

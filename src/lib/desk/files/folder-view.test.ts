import { expect, it } from 'vitest';
import { folderPath } from './folder-view';
import type { TreeState } from './model';

const tree = (parents: Readonly<Record<string, string | null>>): TreeState => ({
  files: {},
  folders: Object.fromEntries(
    Object.entries(parents).map(([id, parent]) => [id, { id, name: id.toUpperCase(), parent, fixed: true }])
  )
});

it('names a folder by what it is in', () => {
  const state = tree({ clients: null, clos: 'clients' });
  expect(folderPath(state, 'clos')).toBe('Documents › CLIENTS › CLOS');
  expect(folderPath(state, null)).toBe('Documents');
});

it('ends where folders contain each other', () => {
  expect(folderPath(tree({ a: 'b', b: 'a' }), 'a')).toBe('Documents › B › A');
  expect(folderPath(tree({ a: 'a' }), 'a')).toBe('Documents › A');
});

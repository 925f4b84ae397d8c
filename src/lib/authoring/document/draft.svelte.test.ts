import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Draft, SCENARIO } from './draft.svelte';

const FOLDER = join(process.cwd(), 'scenarios/verdelis-decouverte');
const read = (file: string) => readFileSync(join(FOLDER, file), 'utf8');
const pieces = readdirSync(join(FOLDER, 'pieces')).map((name) => ({
  name,
  hash: 'a'.repeat(64),
  size: statSync(join(FOLDER, 'pieces', name)).size
}));
const open = (readOnly = false) =>
  new Draft({
    id: 'verdelis-decouverte',
    version: 3,
    texts: { [SCENARIO]: read(SCENARIO), 'grille.yaml': read('grille.yaml') },
    pieces,
    readOnly
  });

describe('a draft', () => {
  it('edits by path, and the text is the truth both ways', () => {
    const draft = open();
    draft.edit(SCENARIO, (yaml) => yaml.set(['titre'], 'Un autre titre'));
    expect(draft.files[SCENARIO]).toBe(read(SCENARIO).replace(/^titre: .*$/m, 'titre: "Un autre titre"'));
    draft.setText(SCENARIO, draft.files[SCENARIO]!.replace('Un autre titre', 'Le texte'));
    expect(draft.source?.titre).toBe('Le texte');
    expect(draft.scenario?.titre).toBe('Le texte');
  });

  it('undoes and redoes; what is typed in one field is one step', () => {
    const draft = open();
    for (const title of ['U', 'Un', 'Une'])
      draft.edit(SCENARIO, (yaml) => yaml.set(['titre'], title), 'titre');
    draft.settle();
    draft.edit(SCENARIO, (yaml) => yaml.set(['titre'], 'Deux'), 'titre');
    draft.undo();
    expect(draft.source?.titre).toBe('Une');
    draft.undo();
    expect(draft.files[SCENARIO]).toBe(read(SCENARIO));
    expect(draft.canUndo).toBe(false);
    draft.redo();
    expect(draft.source?.titre).toBe('Une');
  });

  it('says where broken YAML is, and refuses to edit it by form', () => {
    const draft = open();
    draft.setText(SCENARIO, 'titre: "sans fin\n');
    expect(draft.brokenAt(SCENARIO)?.line).toBeGreaterThan(0);
    expect(draft.source).toBeNull();
    draft.edit(SCENARIO, (yaml) => yaml.set(['titre'], 'x'));
    expect(draft.files[SCENARIO]).toBe('titre: "sans fin\n');
  });

  it('keeps what was typed during a save to be saved', () => {
    const draft = open();
    draft.edit(SCENARIO, (yaml) => yaml.set(['titre'], 'Un'));
    const sent = draft.files;
    draft.edit(SCENARIO, (yaml) => yaml.set(['titre'], 'Deux'));
    draft.markSaved(4, sent);
    expect([draft.version, draft.dirty]).toEqual([4, true]);
    draft.undo();
    expect(draft.dirty).toBe(false);
  });

  it('checks and compiles, and keeps the last good script while there is an error', async () => {
    const draft = open();
    await draft.checkNow();
    expect(draft.problems.filter(({ severity }) => severity === 'erreur')).toEqual([]);
    const beats = draft.compiled?.beats.length;
    expect(beats).toBeGreaterThan(5);
    draft.edit(SCENARIO, (yaml) => yaml.set(['deroule', 0, 'a'], 'midi'));
    await draft.checkNow();
    expect(draft.problems.some(({ severity }) => severity === 'erreur')).toBe(true);
    expect([draft.stale, draft.compiled?.beats.length]).toEqual([true, beats]);
  });

  it('writes nothing when it is read-only', () => {
    const draft = open(true);
    draft.setText(SCENARIO, 'x');
    expect(draft.dirty).toBe(false);
  });
});

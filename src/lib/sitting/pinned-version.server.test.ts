import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ExamRoom, type Seat } from '../../../tests/builders/exam-room';
import { exampleTexts } from '../../../tests/builders/example-scenario';
import { mailReceived } from '../log/script-events';
import { confirmIdentity } from './candidate.server';
import * as control from './control.server';
import { loadSitting } from './load-sitting.server';
import { openDesk } from './open-desk.server';
import { tick } from './tick.server';

const MINUTE = 60_000;
const importers = { text: async () => null, sheet: async () => null };
let room: ExamRoom;
let folder: string;
beforeEach(async () => {
  room = await ExamRoom.open();
  folder = mkdtempSync(join(tmpdir(), 'plateau-scenarios-'));
  mkdirSync(join(folder, 'exemple', 'pieces'), { recursive: true });
  writeFileSync(join(folder, 'exemple', 'pieces', 'cgv.pdf'), '%PDF-1.4');
});
afterEach(async () => {
  await room.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Writes the folder with a message of the director at a minute, and stores it, as a start of the server does. */
async function edit(minute: string, subject: string): Promise<string> {
  const { scenario, grid } = exampleTexts();
  const event = `\n  - { id: mot, a: "00:${minute}", courriel: { de: directrice, objet: "${subject}", corps: X } }\n`;
  writeFileSync(join(folder, 'exemple', 'scenario.yaml'), scenario + event);
  writeFileSync(join(folder, 'exemple', 'grille.yaml'), grid);
  const [offer] = await room.plateau.library.loadFolder(folder, importers, (_, fault) => {
    throw fault;
  });
  return offer!.hash;
}

/** Makes the room's session one of this version, as if it had been created on it. */
const pin = (hash: string) =>
  room.plateau.db.write((tx) => tx.updateTable('sessions').set({ scenario_hash: hash }).execute());

async function start(seat: Seat): Promise<void> {
  await openDesk(room.plateau, seat.account, null);
  await confirmIdentity(room.plateau, seat.account);
  await control.start(room.plateau, room.proctor, seat.sitting);
}
async function mails(seat: Seat): Promise<readonly (readonly [number, string])[]> {
  const log = await room.plateau.db.log.read(seat.sitting, 0);
  return log.flatMap((entry) => (mailReceived.is(entry) ? [[entry.t, entry.d.subject] as const] : []));
}

it('an edited scenario changes nothing of a running sitting, nor of a past one, even after a restart', async () => {
  const first = await edit('02', 'La première version');
  await pin(first);
  await start(room.first);
  room.advance(MINUTE);
  const past = await loadSitting(room.plateau, room.first.sitting);
  expect(past.engine.scenario).toBe(first);

  const second = await edit('04', 'La seconde version');
  expect(second).not.toBe(first);
  await room.restart();
  room.advance(5 * MINUTE);
  await tick(room.plateau);
  expect(await mails(room.first)).toEqual([[2 * MINUTE, 'La première version']]);

  room.advance(30 * MINUTE);
  await tick(room.plateau);
  const before = JSON.stringify((await loadSitting(room.plateau, room.first.sitting)).engine);
  rmSync(join(folder, 'exemple'), { recursive: true });
  await room.restart();
  const again = await loadSitting(room.plateau, room.first.sitting);
  expect(JSON.stringify(again.engine)).toBe(before);
  expect(again.scenario.hash).toBe(first);
});

it('a session made after the edit plays the new version', async () => {
  const first = await edit('02', 'La première version');
  const second = await edit('04', 'La seconde version');
  await pin(second);
  await start(room.second);
  room.advance(8 * MINUTE);
  await tick(room.plateau);
  expect(await mails(room.second)).toEqual([[4 * MINUTE, 'La seconde version']]);
  expect((await room.plateau.library.playable(first)).hash).toBe(first);
});

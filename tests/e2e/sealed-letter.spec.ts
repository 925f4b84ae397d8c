import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Correction } from '../pages/correction';
import { Desk } from '../pages/desk';
import { PaperPost } from '../pages/paper-post';
import { ALICE } from '../pages/session';
import { readLog } from './log-file';
import { verdelisRoom } from './room';
import { enter, expect, test } from './test';

const PIECES = join(import.meta.dirname, '../../scenarios/verdelis/pieces');
/** How the browser would know a sheet: by its name, or by the hash under which it is fetched. */
const tellsOf = (name: string): readonly [string, string] => [
  name,
  createHash('sha256')
    .update(readFileSync(join(PIECES, name)))
    .digest('hex')
];
const CONFIDENTIAL = tellsOf('pli2-contenu.pdf');
const INVOICE = tellsOf('pli3-contenu.pdf');

test('a letter left sealed is an envelope for the browser too; one opened without the network shows when it is back', async ({
  browser,
  server
}) => {
  const { room, alice, juror: code } = await verdelisRoom(browser, server, 'Secrétariat, avril');
  const { page, context } = await enter(browser, server, alice);
  const bodies: Promise<string>[] = [];
  page.on('response', (response) => {
    if (/\/api\/poste\/(?!flux|pieces)/.test(response.url())) bodies.push(response.text().catch(() => ''));
  });
  const desk = new Desk(page);
  await desk.confirmIdentity(ALICE.name);
  await room.startAll();
  await desk.expectStarted();

  const post = await PaperPost.open(desk);
  await test.step('nothing that came tells what is inside, and the server serves none of it', async () => {
    const came = (await Promise.all(bodies)).join('\n');
    expect(came).toContain('Étude Pineau');
    for (const tell of [...CONFIDENTIAL, ...INVOICE]) expect(came).not.toContain(tell);
    for (const [, hash] of [CONFIDENTIAL, INVOICE])
      expect((await page.request.get(`/api/poste/pieces/${hash}`)).status()).toBe(404);
  });

  const letter = await post.show('Terres et Pots');
  await test.step('opened without the network, it says so, and shows when the network is back', async () => {
    await context.setOffline(true);
    await letter.getByRole('button', { name: 'Ouvrir l’enveloppe' }).click();
    await expect(letter.getByRole('status')).toHaveText('Le contenu s’affichera au retour du réseau.');
    await context.setOffline(false);
    await expect(letter.getByRole('button', { name: 'Contenu' })).toBeVisible();
    await expect(letter.locator('canvas').first()).toBeVisible();
    const fetches = async ([, hash]: readonly string[]) =>
      (await page.request.get(`/api/poste/pieces/${hash}`)).status();
    expect([await fetches(INVOICE), await fetches(CONFIDENTIAL)]).toEqual([200, 404]);
  });

  await test.step('a reload finds it open, and the log tells it once', async () => {
    await page.reload();
    await expect(
      page.getByRole('region', { name: 'Terres et Pots' }).getByRole('button', { name: 'Contenu' })
    ).toBeVisible();
    const told = readLog(server.dataDir, ALICE.number).filter(({ type }) => type === 'post.content-revealed');
    expect(told.map(({ by, d }) => [by, JSON.stringify(d).includes(INVOICE[1])])).toEqual([['script', true]]);
  });

  await test.step('the jury reads it as the candidate did, and goes to its second', async () => {
    await room.endAll();
    await desk.expectOver();
    const juror = await enter(browser, server, code);
    const copy = await Correction.open(juror.page, ALICE.number);
    const panel = copy.page.getByRole('navigation', { name: 'Contenu de la copie' });
    await panel.getByText('Courrier', { exact: true }).click();
    await panel.getByRole('button', { name: /Terres et Pots\s*Ouvert/ }).click();
    await expect(
      copy.page.getByRole('tabpanel', { name: 'Production' }).getByRole('button', { name: 'Contenu' })
    ).toBeVisible();
    const shown = await copy.deskAt('End');
    await expect(
      shown.getByRole('region', { name: 'Terres et Pots' }).getByRole('button', { name: 'Contenu' })
    ).toBeVisible();
  });
});

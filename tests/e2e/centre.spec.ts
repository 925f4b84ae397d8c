import type { Page } from '@playwright/test';
import { Board } from '../pages/board';
import { Desk } from '../pages/desk';
import { Door } from '../pages/door';
import { CODE, Session } from '../pages/session';
import { PlateauServer } from './server';
import { expect, sitDown, test } from './test';

test('a centre begins with one code on the console, and a candidate ends up at a desk', async ({
  browser
}) => {
  const server = await PlateauServer.start('centre');
  try {
    const head = (await sitDown(browser, server)).page;
    await takeFirstAccount(head, CODE.exec(server.output)?.[0] ?? '');
    const asked = { name: 'Secrétaire assistant, mars', room: 'Salle 2' };
    const [candidateCode, proctorCode] = await Session.opened(head, asked, ['Surveillant', 'Odile Perrin']);

    const candidate = (await sitDown(browser, server)).page;
    await new Door(candidate).enter(candidateCode);
    const desk = new Desk(candidate);
    await desk.confirmIdentity('Alice Martin');

    const proctor = (await sitDown(browser, server)).page;
    await new Door(proctor).enter(proctorCode);
    await new Board(proctor).startAll();
    await desk.expectStarted();
  } finally {
    await server.stop();
  }
});

/** The one-time code gives a personal one, and serves only once. */
async function takeFirstAccount(head: Page, oneTime: string): Promise<void> {
  const door = new Door(head);
  await door.open();
  await door.tryCode(oneTime);
  await expect(head.getByRole('heading', { name: 'Le centre est ouvert' })).toBeVisible();
  const personal = (await head.getByText(CODE).innerText()).trim();
  expect(personal).not.toBe(oneTime);
  await head.getByRole('link', { name: /J’ai noté mon code/ }).click();
  await expect(head.getByRole('heading', { name: 'Sessions d’examen' })).toBeVisible();
  await expect(head.getByText('Mode démonstration')).toBeHidden();
  await head.getByRole('button', { name: 'Quitter' }).click();
  await door.tryCode(oneTime);
  await expect(head.getByText('Ce code n’est pas reconnu.')).toBeVisible();
  await door.enter(personal);
}

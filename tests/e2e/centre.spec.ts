import type { Page } from '@playwright/test';
import { Board } from '../pages/board';
import { Desk } from '../pages/desk';
import { Door } from '../pages/door';
import { PlateauServer } from './server';
import { expect, sitDown, test } from './test';

const CODE = /[2-9A-Z]{4}-[2-9A-Z]{4}/;

test('a centre begins with one code on the console, and a candidate ends up at a desk', async ({
  browser
}) => {
  const server = await PlateauServer.start('centre');
  try {
    const head = (await sitDown(browser, server)).page;
    await takeFirstAccount(head, CODE.exec(server.output)?.[0] ?? '');
    await makeSession(head);
    await addPeople(head);
    const codes = await issueCodes(head);
    await head.getByRole('button', { name: 'Ouvrir la session' }).click();
    await expect(head.getByRole('heading', { name: /Ouverte/ })).toBeVisible();

    const candidate = (await sitDown(browser, server)).page;
    await new Door(candidate).enter(codes.candidate);
    const desk = new Desk(candidate);
    await desk.confirmIdentity('Alice Martin');

    const proctor = (await sitDown(browser, server)).page;
    await new Door(proctor).enter(codes.proctor);
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

async function makeSession(head: Page): Promise<void> {
  await head.getByLabel('Nom de la session').fill('Secrétaire assistant, mars');
  await head.getByLabel('Centre').fill('Centre d’Angers');
  await head.getByLabel('Salle').fill('Salle 2');
  await head.getByRole('button', { name: 'Créer la session' }).click();
  await expect(head.getByRole('heading', { name: /^Secrétaire assistant, mars/ })).toBeVisible();
}

async function addPeople(head: Page): Promise<void> {
  await head.getByLabel('Numéro').fill('0501');
  await head.getByLabel('Prénom', { exact: true }).fill('Alice');
  await head.getByLabel('Nom', { exact: true }).fill('Martin');
  await head.getByLabel('Poste', { exact: true }).fill('01');
  await head.getByRole('button', { name: 'Ajouter le candidat' }).click();
  await expect(head.getByText('Alice Martin')).toBeVisible();
  await head.getByLabel('Prénom et nom').fill('Odile Perrin');
  await head.getByRole('button', { name: 'Ajouter la personne' }).click();
  await expect(head.getByText('Odile Perrin')).toBeVisible();
}

/** Everybody's code, from the sheet to print. */
async function issueCodes(head: Page): Promise<{ candidate: string; proctor: string }> {
  await head.getByRole('button', { name: 'Imprimer les codes' }).click();
  await head.getByRole('dialog').getByRole('button', { name: 'Éditer les codes' }).click();
  const sheet = head.getByRole('region', { name: 'Codes d’accès' });
  const codeOf = async (name: string) =>
    CODE.exec(await sheet.getByRole('listitem').filter({ hasText: name }).innerText())?.[0] ?? '';
  await expect(sheet).toBeVisible();
  return { candidate: await codeOf('Alice Martin'), proctor: await codeOf('Odile Perrin') };
}

import type { Page } from '@playwright/test';
import { expectAccessible } from '../pages/accessible';
import { Board } from '../pages/board';
import { Desk } from '../pages/desk';
import { Door } from '../pages/door';
import { Mailbox } from '../pages/mailbox';
import { Session } from '../pages/session';
import { Workshop } from '../pages/workshop';
import { smallScenario } from './small-scenario';
import { arrive, expect, sitDown, test } from './test';

const TITLE = 'Une matinée à la menuiserie';
const MINUTES = 'Compte rendu du chantier';

test('an author writes a scenario, mends it, publishes it, and a candidate sits it', async ({
  browser,
  server
}) => {
  const author = (await arrive(browser, server, 'auteur')).page;
  const faults: string[] = [];
  author.on('pageerror', ({ message }) => faults.push(message));
  const workshop = new Workshop(author);
  await workshop.begin(TITLE);

  await test.step('an error is named, shown at its line, and keeps the scenario from being published', async () => {
    await workshop.write(smallScenario(workshop.id, TITLE));
    await workshop.expectCheck(/1\serreur/);
    await expect(workshop.fault(/clinet/)).toContainText('Vouliez-vous dire «\u00a0client\u00a0»');
    await workshop.save('Écrit d’une page blanche');
    await expect(workshop.publishing).toBeDisabled();
    await workshop.fault(/clinet/).click();
    await expect(workshop.text).toBeFocused();
  });

  await test.step('mended, it is tried from its beginning to its end', async () => {
    await workshop.replaceInText('clinet', 'client');
    await workshop.expectCheck('Rien à signaler');
    await workshop.save('Expéditeur corrigé');
  });

  await test.step('an event is added in the forms, and the whole is tried from its beginning to its end', async () => {
    await workshop.addMail({
      at: '00:00:04',
      from: 'Hélène Belval',
      subject: MINUTES,
      body: 'À relire, merci.'
    });
    await workshop.save('Un second courriel');
    await workshop.tryOut();
  });

  await test.step('it is published', async () => {
    await workshop.publish();
  });

  await test.step('every page of it is fit for everybody', async () => {
    for (const tab of await workshop.tabs()) {
      await workshop.open(tab);
      await expectAccessible(author, `Atelier, ${tab}`);
    }
    await author.goto('/atelier');
    await expect(workshop.line(TITLE)).toBeVisible();
    await expectAccessible(author, 'Atelier');
    await workshop.line(TITLE).getByRole('link', { name: TITLE, exact: true }).click();
  });

  await test.step('the history says who, why and what', async () => {
    await workshop.open('Historique');
    const versions = author.getByRole('list', { name: 'Versions' });
    await expect(versions.getByRole('listitem')).toHaveCount(4);
    await versions.getByRole('button', { name: 'Expéditeur corrigé' }).click();
    const difference = author.getByRole('region', { name: 'Différence' });
    await expect(difference.getByText('ligne retirée : de: clinet', { exact: false })).toBeVisible();
  });

  await test.step('it cannot be left with unsaved work by accident', async () => {
    await workshop.open('Texte');
    await workshop.replaceInText('Marc Jolivet', 'Marc Joliet');
    await author.getByRole('link', { name: 'Scénarios', exact: true }).click();
    await author.getByRole('alertdialog').getByRole('button', { name: 'Rester' }).click();
    await expect(workshop.text).toBeVisible();
  });

  await test.step('what a colleague saved in between is not written over', async () => {
    await saveElsewhere(author);
    await workshop.text.press('Control+s');
    const dialog = author.getByRole('dialog', { name: 'Quelqu’un a enregistré entre-temps' });
    await dialog.getByRole('button', { name: 'Ma version' }).click();
    await expect(author.getByRole('button', { name: 'Enregistré', exact: true })).toBeVisible();
    await workshop.open('Historique');
    await expect(author.getByRole('list', { name: 'Versions' }).getByText('D’ailleurs')).toBeVisible();
    expect(faults).toEqual([]);
  });

  await test.step('a line is heard, then every line of the call has its voice', async () => {
    await workshop.openEvent(/Appel .+Hélène Belval/);
    const line = workshop.spoken('bonjour');
    await line.getByRole('button', { name: 'Écouter' }).click();
    await expect(line.getByText(/Essai\s: Voix \d \(.+\), \d\ss/)).toBeVisible();
    await author.getByRole('button', { name: 'Donner une voix à toutes les répliques' }).click();
    await expect(author.getByText('4 voix gardées.')).toBeVisible();
    expect(faults).toEqual([]);
  });

  const head = (await arrive(browser, server, 'responsable')).page;
  await head.getByRole('link', { name: 'Sessions', exact: false }).first().click();
  const scenario = `${TITLE} (SA-2017)`;
  const asked = { name: 'Menuiserie, mars', scenario };
  const [candidateCode, proctorCode] = await Session.opened(head, asked, ['Surveillant', 'Odile Perrin']);
  const candidate = (await sitDown(browser, server)).page;
  await new Door(candidate).enter(candidateCode);
  const desk = new Desk(candidate);
  await desk.confirmIdentity('Alice Martin');
  const proctor = (await sitDown(browser, server)).page;
  await new Door(proctor).enter(proctorCode);
  await new Board(proctor).startAll();
  await desk.expectStarted();
  const mailbox = await Mailbox.open(desk);
  await expect(mailbox.message('Un escalier pour notre maison')).toBeVisible();
  await expect(mailbox.message(MINUTES)).toBeVisible();
});

test('a scenario goes out as one file and comes back; a dangerous file does not', async ({
  browser,
  server
}) => {
  const { page } = await arrive(browser, server, 'auteur');
  const workshop = new Workshop(page);
  await workshop.begin(TITLE);
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: /^Exporter en \.zip/ }).click();
  const file = await (await download).path();
  await page.getByRole('link', { name: 'Scénarios', exact: true }).click();
  await page.getByLabel('Archive d’un scénario').setInputFiles({
    name: 'menuiserie.zip',
    mimeType: 'application/zip',
    buffer: Buffer.from('pas une archive')
  });
  await expect(page.getByRole('alert')).toContainText('Ce fichier n’est pas une archive .zip.');
  await page.getByLabel('Archive d’un scénario').setInputFiles(file);
  await expect(workshop.line(TITLE)).toHaveCount(2);
  await workshop
    .line(TITLE)
    .first()
    .getByRole('button', { name: /^Supprimer/ })
    .click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Supprimer' }).click();
  await expect(workshop.line(TITLE)).toHaveCount(1);
  await page.getByText('Scénarios supprimés (1)').click();
  await page.getByRole('button', { name: 'Rétablir' }).click();
  await expect(workshop.line(TITLE)).toHaveCount(2);
});

/** Saves the scenario on screen from another place: nothing of it shows on the page. */
async function saveElsewhere(author: Page): Promise<void> {
  const [, , id] = new URL(author.url()).pathname.split('/');
  const address = `/api/atelier/scenarios/${id}`;
  const { version, texts } = (await (await author.request.get(address)).json()) as {
    version: number;
    texts: Record<string, string>;
  };
  const changed = { ...texts, 'grille.yaml': `${texts['grille.yaml']}# D’un collègue\n` };
  const response = await author.request.put(address, {
    data: { expected: version, texts: changed, note: 'D’ailleurs' }
  });
  expect(response.status()).toBe(200);
}

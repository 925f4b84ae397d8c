import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Browser, Page } from '@playwright/test';
import { confirmAgreement, settleAll, signRecord } from '../pages/agreement';
import { Board } from '../pages/board';
import { Correction } from '../pages/correction';
import { Desk } from '../pages/desk';
import { Letter } from '../pages/letter';
import { Mailbox } from '../pages/mailbox';
import { Telephone } from '../pages/telephone';
import { creditNote, handIn, moveAppointment } from '../pages/windows';
import type { PlateauServer } from './server';
import { arrive, expect, sitDown, test } from './test';
import { Door } from '../pages/door';

const ROOT = join(import.meta.dirname, '../..');
const LETTER = 'LETTRE_AUBRY_20260317';
const INES = { number: '0403', name: 'Inès Delorme' };
const KARIM = { number: '0417', name: 'Karim Boudjema' };
const LEO = { number: '0421', name: 'Léo Aubert' };

test('from the access codes to a verified archive', async ({ browser, server }) => {
  test.setTimeout(900_000);
  const codes = await server.codes();
  const proctor = await arrive(browser, server, 'surveillant');
  const board = new Board(proctor.page);
  await board.openRoom();
  const [ines, karim, leo] = await everybodyGetsReady(browser, server);
  await board.startAll();
  for (const desk of [ines, karim, leo]) await desk.expectStarted();
  await expect(board.seat(LEO.number)).toContainText('tiers-temps');

  await inesWritesWhileThingsArrive(ines, board);
  await inesAnswersMrAubry(ines, board);
  await inesDoesTheRest(ines, board);
  await theProctorKeepsTheRoom(board, [ines, karim, leo]);
  await karimGoesOnElsewhere(browser, server, board, karim);
  await board.endAll();
  await ines.expectOver();
  await expect(ines.page.getByText(`${LETTER}.docx`)).toBeVisible();
  await leo.expectOver();
  await expect(board.seat(INES.number)).toContainText('Terminé');

  const sophie = await arrive(browser, server, 'jure-1');
  const antoine = await arrive(browser, server, 'jure-2');
  await sophieCorrects(sophie.page);
  await antoineCorrects(antoine.page);
  await theyAgreeAndSign(sophie.page, antoine.page, codes);
  const head = await arrive(browser, server, 'responsable');
  await theHeadKeepsTheArchive(head.page);
});

/** Three candidates confirm who they are and try the desk. */
async function everybodyGetsReady(browser: Browser, server: PlateauServer): Promise<[Desk, Desk, Desk]> {
  const seats = [
    await arrive(browser, server, 'candidat-1'),
    await arrive(browser, server, 'candidat-2'),
    await arrive(browser, server, 'candidat-3')
  ] as const;
  const [ines, karim, leo] = [new Desk(seats[0].page), new Desk(seats[1].page), new Desk(seats[2].page)];
  await ines.confirmIdentity(INES.name);
  await ines.takeTour();
  await ines.testSound();
  await ines.page.getByRole('button', { name: 'Ouvrir', exact: true }).click();
  await expect(ines.window('Dossier').getByRole('heading', { name: 'Votre situation' })).toBeVisible();
  await ines.window('Dossier').getByRole('button', { name: 'Procédures' }).click();
  await expect(ines.window('Dossier').getByText('Le port n’est pas remboursé')).toBeVisible();
  await ines.sayReady();
  await karim.confirmIdentity(KARIM.name);
  await leo.confirmIdentity(LEO.name);
  return [ines, karim, leo];
}

/** A mail and a call arrive while she types; neither takes the keyboard from a half-typed word. */
async function inesWritesWhileThingsArrive(ines: Desk, board: Board): Promise<void> {
  const mailbox = await Mailbox.open(ines);
  const claim = await mailbox.read('Jardinières cassées à la livraison d’hier');
  await expect(claim).toContainText('Six d’entre elles étaient cassées');
  await expect(claim.getByRole('button', { name: /^bon-de-livraison-0298\.pdf/ })).toBeVisible();

  const letter = await Letter.fromTemplate(ines, 'Modèle de lettre Verdelis', LETTER, 'Clos angevin');
  await letter.replace('Civilité Prénom NOM', 'Monsieur Jean AUBRY');
  await letter.replace('Angers, le [date en toutes lettres]', 'Angers, le dix-sept mars 2026');
  await letter.replace('[Civilité],', 'Monsieur,');
  await letter.replace(
    '[Corps de la lettre]',
    'Nous regrettons la casse de six jardinières et établissons un av'
  );
  await board.trigger(INES.name, /^Déclencher : .*Comité de jeudi/);
  await expect(ines.notices.getByText('Comité de jeudi à avancer')).toBeVisible();
  await letter.type('oir de 414,00 ');
  await board.trigger(INES.name, /^Déclencher : Appel de Jean Aubry/);
  await expect(ines.ringing).toBeVisible();
  await letter.type('€ TTC.');
  await expect(letter.text).toContainText('établissons un avoir de 414,00 € TTC.');
}

async function inesAnswersMrAubry(ines: Desk, board: Board): Promise<void> {
  const call = await Telephone.pickUp(ines);
  await expect(board.seat(INES.number)).toContainText('Appel en cours');
  await expect(call.transcript).toContainText('Six jardinières cassées sur quarante');
  await call.say('Je comprends et vous prie de nous excuser');
  await expect(call.transcript).toContainText('noter un message pour votre directrice');
  await call.takeMessage(/Claire Morvan/, 'M. Aubry demande 20 % de remise, à rappeler aujourd’hui');
  await expect(call.transcript).toContainText('Parfait, je vous remercie');
  await expect(board.seat(INES.number)).not.toContainText('Appel en cours');
}

/** Credit note, committee, mails, phishing, hand-in. */
async function inesDoesTheRest(ines: Desk, board: Board): Promise<void> {
  await creditNote(ines, {
    invoice: 'FA-2026-0387',
    article: 'Jardinière en terre cuite 80 cm',
    quantity: '6'
  });
  await moveAppointment(ines, 'Comité de direction', {
    day: '2026-03-18',
    from: 'Salle Loire',
    to: 'Salle Maine'
  });
  const mailbox = await Mailbox.open(ines);
  await mailbox.send({
    to: ['Sophie Garnier', 'Hugo Lefèvre', 'Nadia Benali'],
    subject: 'Comité de direction avancé',
    body: 'Bonjour,\n\nLe comité passe au mercredi 18 mars à 14 h, salle Maine.\n\nLe secrétariat'
  });
  await mailbox.send({
    to: ['Claire Morvan'],
    subject: 'Réclamation de M. Aubry',
    body: 'Bonjour,\n\nM. Aubry demande 20 % de remise ; ci-joint la lettre prête.\n\nLe secrétariat',
    attachment: `${LETTER}.docx`
  });
  await mailbox.show('Envoyés');
  await expect(mailbox.message('Réclamation de M. Aubry')).toContainText('1 pièce jointe');
  await board.trigger(INES.name, /^Déclencher : .*RIB/);
  await mailbox.show('Réception');
  await mailbox.report('URGENT - changement de RIB à prendre en compte');
  await handIn(ines, `${LETTER}.docx`);
  await ines.expectSaved();
}

/** Pause and resumption, a credit, an incident, a word; everybody sees what concerns them. */
async function theProctorKeepsTheRoom(board: Board, desks: readonly Desk[]): Promise<void> {
  const [ines] = desks as [Desk];
  await expect(board.seat(KARIM.number)).toContainText('à jour');
  const call = ines.page.getByRole('button', { name: 'Appeler le surveillant' });
  await call.focus();
  await board.suspendRoom('Consigne à toute la salle');
  for (const desk of desks) await expect(desk.veil).toContainText('Consigne à toute la salle');
  await expect(board.seat(LEO.number)).toContainText('En pause');
  await board.resumeRoom();
  for (const desk of desks) await expect(desk.veil).toBeHidden();
  await expect(call, 'the keyboard is back where it was').toBeFocused();
  await call.click();
  await expect(board.seat(INES.number)).toContainText('Main levée');
  await board.page.getByRole('button', { name: `Je m’en occupe : ${INES.name}, poste 03` }).click();
  await expect(board.seat(INES.number)).not.toContainText('Main levée');
  await board.credit(LEO.name, 2, 'Coupure de réseau');
  await expect(board.seat(LEO.number)).toContainText('Crédit en cours');
  await board.noteIncident(KARIM.name, 'Technique', 'Le clavier du poste 07 ne répond plus.');
}

/** Karim's machine fails: he goes on at another one, where his message is still there. */
async function karimGoesOnElsewhere(
  browser: Browser,
  server: PlateauServer,
  board: Board,
  karim: Desk
): Promise<void> {
  const before = await Mailbox.open(karim);
  const received = karim.page.waitForResponse(
    (response) => response.request().postData()?.includes('Remise demandée') ?? false
  );
  await before.write({ to: ['Claire Morvan'], subject: 'Remise demandée', body: 'Bonjour,' });
  expect((await received).status()).toBe(200);
  await board.move(KARIM.name, '12');
  await expect(karim.page.getByRole('heading', { name: 'Votre épreuve est ouverte ailleurs' })).toBeVisible();
  const other = await sitDown(browser, server);
  await new Door(other.page).enter((await server.codes())['candidat-2']);
  const desk = new Desk(other.page);
  await desk.expectStarted();
  const after = await Mailbox.open(desk);
  await after.show('Brouillons');
  await expect(after.message('Remise demandée')).toBeVisible();
  await expect(board.seat(KARIM.number)).toContainText('12');
}

/** The first juror: findings, the desk at a second, every mark, the seal. */
async function sophieCorrects(page: Page): Promise<void> {
  for (const { number } of [INES, KARIM, LEO]) {
    const copy = await Correction.open(page, number);
    await expect(page.locator('body')).not.toContainText(INES.name);
    if (number === INES.number) {
      const findings = await copy.findings();
      await expect(findings).toContainText('Avoir de 414,00 € TTC établi pour le Clos angevin');
      await expect(findings).toContainText('Message frauduleux signalé');
      await copy.askToSeal();
      await expect(page.getByRole('dialog', { name: 'Il manque des appréciations' })).toBeVisible();
      await page.keyboard.press('Escape');
    }
    await copy.markAll(number === INES.number ? 'Oui' : 'Non observé', { 2: 'Non' });
    await copy.seal();
  }
}

/** The second juror sees the desk as it was, and differs on two criteria of one copy. */
async function antoineCorrects(page: Page): Promise<void> {
  for (const { number } of [INES, KARIM, LEO]) {
    const copy = await Correction.open(page, number);
    if (number === INES.number) {
      await page
        .getByRole('navigation', { name: 'Contenu de la copie' })
        .getByRole('button', { name: 'Lettre de réponse à M. Aubry' })
        .click();
      const letter = page.getByRole('tabpanel');
      await expect(letter).toContainText('établissons un avoir de 414,00 € TTC.');
      await expect(await copy.deskAt('Home')).not.toContainText(LETTER);
      const then = await copy.momentOf('Avoir de 414,00 € TTC établi');
      await expect(then.getByRole('region', { name: /^Avoir AV-/ })).toContainText('414,00');
      await expect(then.getByRole('region', { name: 'Remise' })).toBeHidden();
      await expect(await copy.deskAt('End')).toContainText(`« ${LETTER}.docx », remise à`);
    }
    await copy.markAll(
      number === INES.number ? 'Oui' : 'Non observé',
      number === INES.number ? { 4: 'Non' } : { 2: 'Non' }
    );
    await copy.seal();
  }
}

async function theyAgreeAndSign(
  sophie: Page,
  antoine: Page,
  codes: Awaited<ReturnType<PlateauServer['codes']>>
): Promise<void> {
  await sophie.goto('/jury/proces-verbal');
  await expect(
    sophie.getByRole('heading', { name: 'Le procès-verbal ne peut pas encore être signé' })
  ).toBeVisible();
  const differences = await settleAll(sophie, INES.number, 'Oui', 'La lettre répond aux deux demandes.');
  expect(differences).toBe(2);
  expect(await settleAll(sophie, KARIM.number, 'Oui', '')).toBe(0);
  for (const { number } of [INES, KARIM, LEO]) {
    await confirmAgreement(sophie, number);
    await confirmAgreement(antoine, number);
  }
  await signRecord(sophie, codes['jure-1']);
  await signRecord(antoine, codes['jure-2']);
  await antoine.goto('/jury/proces-verbal');
  await expect(antoine.getByText('Signé par tous les jurés')).toBeVisible();
  const link = antoine.getByRole('link', { name: 'Procès-verbal (PDF)' });
  const pdf = await antoine.request.get((await link.getAttribute('href')) ?? '');
  expect(pdf.headers()['content-type']).toContain('application/pdf');
  const bytes = await pdf.body();
  expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
  expect(bytes.length).toBeGreaterThan(10_000);
}

async function theHeadKeepsTheArchive(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Session de démonstration' }).click();
  const coming = page.waitForEvent('download');
  await page.getByRole('link', { name: new RegExp(`Archive.*${INES.number}`) }).click();
  const file = await (await coming).path();
  expect((await readFile(file)).length).toBeGreaterThan(10_000);
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['node_modules/tsx/dist/cli.mjs', 'src/cli/archive.ts', 'verify', file],
    { cwd: ROOT }
  );
  expect(stdout).toContain('Archive intègre');
}

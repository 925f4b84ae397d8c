import { seededInteger } from '../../src/lib/kernel/random';
import { Desk } from '../pages/desk';
import { Door } from '../pages/door';
import { Letter } from '../pages/letter';
import { Mailbox } from '../pages/mailbox';
import { Workbook } from '../pages/sheet';
import { readLog } from './log-file';
import { Room } from './room';
import type { PlateauServer } from './server';
import { arrive, expect, sitDown, test } from './test';
import { Witness } from './witness';

const INES = '0403';
const ROUNDS = 30;
const SEED = 'nothing-lost';

test.describe.configure({ timeout: 900_000 });

/** Inès at her desk, the exam running. */
async function sitTheExam(browser: Parameters<typeof arrive>[0], server: PlateauServer) {
  const room = await Room.of(browser, server);
  const { context, page } = await arrive(browser, server, 'candidat-1');
  const witness = new Witness(page);
  const desk = new Desk(page);
  await desk.confirmIdentity('Inès Delorme');
  await room.startAll();
  await desk.expectStarted();
  return { room, context, page, witness, desk };
}

test('thirty sudden deaths of the server lose nothing and repeat nothing', async ({ browser, server }) => {
  const { page, witness, desk } = await sitTheExam(browser, server);
  const letter = await Letter.blank(desk, 'Journal');
  const sheet = await Workbook.create(desk, 'Suivi');
  const mailbox = await Mailbox.open(desk);

  for (let round = 1; round <= ROUNDS; round += 1) {
    const steps = stepsOf(round);
    const fatal = seededInteger(0, steps.length - 1, SEED, round);
    let death = Promise.resolve();
    for (const [index, step] of steps.entries()) {
      // Not awaited: the server dies while the next step is under way.
      if (index === fatal) death = server.kill();
      await step();
    }
    await death;
    await server.boot();
    await expect.poll(() => witness.missing(server.dataDir, INES), { timeout: 20_000 }).toEqual([]);
    expect(witness.faults(server.dataDir, INES), `round ${round}`).toEqual([]);
  }

  const sent = readLog(server.dataDir, INES).filter(({ type }) => type === 'mail.sent');
  expect(sent).toHaveLength(ROUNDS / 3);
  const elsewhere = await sitDown(browser, server);
  await new Door(elsewhere.page).enter((await server.codes())['candidat-1']);
  const again = elsewhere.page.getByRole('textbox', { name: 'Journal.docx' });
  await expect(again).toBeAttached();
  for (let round = 1; round <= ROUNDS; round += 3)
    await expect(again).toContainText(`La manche ${round} commence.`);

  function stepsOf(round: number): (() => Promise<void>)[] {
    if (round % 3 === 1)
      return [
        () => letter.continueAtEnd(),
        ...` La manche ${round} commence.`.split(/(?<= )/).map((word) => () => page.keyboard.type(word))
      ];
    if (round % 3 === 2)
      return [
        () => sheet.fill(`A${round}`, `Ligne ${round}`),
        () => sheet.fill(`B${round}`, String(round * 12.5).replace('.', ',')),
        () => sheet.fill(`C${round}`, `=B${round}*2`)
      ];
    return [
      () => desk.bringForward('Messagerie'),
      () =>
        mailbox.send({ to: ['Nadia Benali'], subject: `Point ${round}`, body: `Manche ${round} terminée.` }),
      () => mailbox.show('Envoyés')
    ];
  }
});

test('what could not be saved arrives after a reload, an idle moment and the end', async ({
  browser,
  server
}) => {
  const { room, page, witness, desk } = await sitTheExam(browser, server);
  const letter = await Letter.blank(desk, 'Journal');
  await page.route('**/api/poste/gestes', (route) => route.abort());
  const attempt = page.waitForEvent('requestfailed', (request) =>
    Boolean(request.postData()?.includes('retrouvée'))
  );
  await letter.text.press('Control+End');
  await letter.type('Une phrase retrouvée.');
  await attempt;
  await page.reload();
  await desk.expectStarted();
  await room.endAll();
  await expect(page.getByText('à transmettre : ne fermez pas cette page')).toBeVisible();
  expect(witness.missing(server.dataDir, INES)).not.toEqual([]);
  await page.unroute('**/api/poste/gestes');
  await desk.expectOver();
  const log = readLog(server.dataDir, INES);
  const end = log.find(({ type }) => type === 'sitting.ended');
  const late = log.filter(({ n, outbox }) => outbox !== null && n > (end?.n ?? Infinity));
  expect(JSON.stringify(late)).toContain('retrouvée');
  expect(witness.missing(server.dataDir, INES)).toEqual([]);
  expect(witness.faults(server.dataDir, INES)).toEqual([]);
});

test('the same batch twice is appended once', async ({ browser, server }) => {
  const { page, witness, desk } = await sitTheExam(browser, server);
  await Mailbox.open(desk);
  await expect.poll(() => witness.acknowledged.size).toBeGreaterThan(0);
  await expect.poll(() => witness.missing(server.dataDir, INES)).toEqual([]);
  const batch = witness.lastBatch;
  // The page may go on measuring its window meanwhile: only what this batch wrote is compared.
  const written = () =>
    readLog(server.dataDir, INES).filter(
      ({ outbox, outboxSeq }) =>
        batch !== null &&
        outbox === batch.outbox &&
        outboxSeq !== null &&
        outboxSeq >= batch.from &&
        outboxSeq < batch.from + batch.gestures.length
    );
  const before = written();
  expect(before).toHaveLength(batch?.gestures.length ?? 0);
  const answers = [
    await page.request.post('/api/poste/gestes', { data: batch }),
    await page.request.post('/api/poste/gestes', { data: batch })
  ];
  for (const answer of answers) expect(answer.status()).toBe(200);
  const [first, second] = (await Promise.all(answers.map((answer) => answer.json()))) as { ns: number[] }[];
  expect(first?.ns).toEqual(second?.ns);
  expect(written()).toEqual(before);
  expect(witness.faults(server.dataDir, INES)).toEqual([]);
});

test('a second tab takes over, and the first says so', async ({ browser, server }) => {
  const { context, desk, page } = await sitTheExam(browser, server);
  const other = new Desk(await context.newPage());
  await other.page.goto('/poste');
  await other.expectStarted();
  await expect(page.getByRole('heading', { name: 'Votre épreuve est ouverte ailleurs' })).toBeVisible();
  await page.getByRole('button', { name: 'Reprendre ici' }).click();
  await desk.expectStarted();
  await expect(other.page.getByRole('heading', { name: 'Votre épreuve est ouverte ailleurs' })).toBeVisible();
});

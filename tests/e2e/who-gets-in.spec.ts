import { expectAccessible } from '../pages/accessible';
import { Desk } from '../pages/desk';
import { Door } from '../pages/door';
import { Letter } from '../pages/letter';
import { Workbook } from '../pages/sheet';
import { Mailbox } from '../pages/mailbox';
import { readLog } from './log-file';
import { Room } from './room';
import { routes } from './routes';
import type { DemoPerson, PlateauServer } from './server';
import { arrive, expect, sitDown, test } from './test';
import { secrets } from './unplayed';
import { Witness } from './witness';
import type { Role } from '../../src/lib/sessions/account';

const PEOPLE: Readonly<Record<Role, DemoPerson>> = {
  candidate: 'candidat-1',
  proctor: 'surveillant',
  juror: 'jure-1',
  head: 'responsable',
  author: 'auteur'
};
const INES = '0403';

test('each role reaches its own pages and endpoints, and no other', async ({ browser, server }) => {
  const all = routes();
  expect(all.length).toBeGreaterThan(25);
  for (const [role, person] of Object.entries(PEOPLE)) {
    const { context } = await arrive(browser, server, person);
    for (const route of all.filter(({ roles }) => roles && !roles.includes(role as Role)))
      for (const method of route.methods) {
        const response = await context.request.fetch(route.path, {
          method,
          maxRedirects: 0,
          ...(method === 'POST' && { data: {} })
        });
        const allowed = route.kind === 'page' ? [303, 403, 404] : [403];
        expect(allowed, `${role}: ${method} ${route.path} answered ${response.status()}`).toContain(
          response.status()
        );
      }
    await context.close();
  }
  const { context } = await sitDown(browser, server);
  for (const { path, kind, methods } of all.filter(({ roles }) => roles))
    for (const method of methods) {
      const response = await context.request.fetch(path, {
        method,
        maxRedirects: 0,
        ...(method === 'POST' && { data: {} })
      });
      expect(kind === 'page' ? [303, 401] : [401], `nobody: ${method} ${path}`).toContain(response.status());
    }
});

test('a wrong code is said plainly, and ten of them cost a delay', async ({ browser, server }) => {
  const { page } = await sitDown(browser, server);
  const door = new Door(page);
  await door.open();
  await door.tryCode('trop court');
  await expect(page.getByText('Un code d’accès compte huit lettres et chiffres')).toBeVisible();
  for (let attempt = 1; attempt <= 10; attempt += 1) {
    const answer = page.waitForResponse((response) => response.request().method() === 'POST');
    await door.tryCode('AAAA-AAAA');
    await answer;
    if (attempt < 10) await expect(page.getByText('Ce code n’est pas reconnu.')).toBeVisible();
  }
  await expect(page.getByRole('alert')).toContainText('Trop d’essais');
  await expect(page.getByRole('button', { name: 'Entrer' })).toBeDisabled();
});

test('nothing of the script to come, of the grid or of another candidate reaches a candidate', async ({
  browser,
  server
}) => {
  const room = await Room.of(browser, server);
  const { context, page } = await sitDown(browser, server);
  const bodies: { readonly url: string; readonly body: Promise<string> }[] = [];
  page.on('response', (response) => {
    if (response.url().includes('/api/poste/flux')) return;
    const body = response.text().catch(() => '');
    bodies.push({ url: response.url(), body });
  });
  await new Door(page).enter((await server.codes())['candidat-1']);
  const desk = new Desk(page);
  await desk.confirmIdentity('Inès Delorme');
  await room.startAll();
  await desk.expectStarted();
  await room.trigger('consigne_comite');
  await expect(desk.notices.getByText('Comité de jeudi à avancer')).toBeVisible();
  await openEverything(desk);
  const opening = bodies.find(({ url }) => url.endsWith('/ouverture'));
  const { tab } = JSON.parse((await opening?.body) ?? '{}') as { tab: string };
  bodies.push({ url: 'flux', body: readStream(server, context, tab) });

  const hidden = [...secrets(['consigne_comite']), 'Karim Boudjema', 'Boudjema', 'Léo Aubert'];
  expect(hidden.length).toBeGreaterThan(80);
  const leaks: string[] = [];
  for (const { url, body } of bodies) {
    const text = (await body).replaceAll('\\n', '\n').replaceAll('\\"', '"');
    for (const secret of hidden) if (text.includes(secret)) leaks.push(`${url}: ${secret}`);
  }
  expect(leaks).toEqual([]);
});

test('pages forbid inline scripts and styles, and every window keeps to it', async ({ browser, server }) => {
  const room = await Room.of(browser, server);
  const { page } = await sitDown(browser, server);
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (/Content.Security.Policy/i.test(message.text())) complaints.push(message.text());
  });
  const door = await page.goto('/');
  const policy = door?.headers()['content-security-policy'] ?? '';
  for (const directive of ['script-src', 'style-src']) {
    const value = policy.split(';').find((part) => part.trim().startsWith(`${directive} `));
    expect(value, directive).toBeTruthy();
    expect(value).not.toContain('unsafe-inline');
  }
  await new Door(page).enter((await server.codes())['candidat-1']);
  const desk = new Desk(page);
  await desk.confirmIdentity('Inès Delorme');
  await desk.takeTour();
  await room.startAll();
  await desk.expectStarted();
  await openEverything(desk);
  expect(complaints).toEqual([]);
});

test('a batch that is not right is refused with its code, and nothing is written', async ({
  browser,
  server
}) => {
  const room = await Room.of(browser, server);
  const { page } = await arrive(browser, server, 'candidat-1');
  const witness = new Witness(page);
  const desk = new Desk(page);
  await desk.confirmIdentity('Inès Delorme');
  await room.startAll();
  await desk.expectStarted();
  await Mailbox.open(desk);
  await expect.poll(() => witness.missing(server.dataDir, INES)).toEqual([]);
  await expect.poll(() => witness.acknowledged.size).toBeGreaterThan(0);
  const tab = witness.lastBatch?.tab ?? '';
  const gesture = { type: 'mail.folder-created', v: 1, d: { folder: 'Essai' } };
  const batch = { outbox: 'essai', tab, from: 1, gestures: [gesture] };
  const cases: readonly (readonly [string, unknown, number, string])[] = [
    ['not JSON', 'ceci n’est pas du JSON', 400, 'batch.malformed'],
    ['not a batch', { gestures: 'non' }, 400, 'batch.malformed'],
    ['empty', { ...batch, gestures: [] }, 400, 'batch.malformed'],
    ['oversized', { ...batch, outbox: 'x'.repeat(600_000) }, 413, 'batch.too-large'],
    ['too many', { ...batch, gestures: Array.from({ length: 501 }, () => gesture) }, 413, 'batch.too-large'],
    ['out of order', { ...batch, from: 7 }, 409, 'outbox.gap'],
    ['of another tab', { ...batch, tab: 'tab-autre' }, 409, 'tab.taken'],
    ['of nobody', { ...batch, gestures: [{ ...gesture, type: 'mail.inconnu' }] }, 422, 'event.unknown-type'],
    ['of the script', { ...batch, gestures: [{ type: 'mail.received', v: 1, d: {} }] }, 0, ''],
    ['of a later version', { ...batch, gestures: [{ ...gesture, v: 99 }] }, 422, 'event.unknown-version'],
    [
      'ill-formed gesture',
      { ...batch, gestures: [{ ...gesture, d: { folder: 3 } }] },
      422,
      'event.malformed'
    ],
    ['one bad of two', { ...batch, gestures: [gesture, { ...gesture, d: null }] }, 422, 'event.malformed']
  ];
  for (const [name, data, status, code] of cases) {
    const response = await page.request.post('/api/poste/gestes', {
      headers: { 'content-type': 'application/json' },
      data: typeof data === 'string' ? Buffer.from(data) : data
    });
    const { code: said } = (await response.json()) as { code: string };
    if (status > 0) expect([response.status(), said], name).toEqual([status, code]);
    else expect(['event.not-yours', 'event.unknown-type'], name).toContain(said);
  }
  const stranger = await arrive(browser, server, 'candidat-2');
  const foreign = await stranger.page.request.post('/api/poste/gestes', { data: batch });
  expect(foreign.status()).toBeGreaterThanOrEqual(400);
  expect(foreign.status()).toBeLessThan(500);
  expect(readLog(server.dataDir, INES).filter(({ outbox }) => outbox === batch.outbox)).toEqual([]);
});

test('the main screens have no serious fault of accessibility', async ({ browser, server }) => {
  const room = await Room.of(browser, server);
  const { page } = await sitDown(browser, server);
  await new Door(page).open();
  await expectAccessible(page, 'door');
  await new Door(page).enter((await server.codes())['candidat-1']);
  const desk = new Desk(page);
  await expect(page.getByRole('heading', { name: 'Vérifiez votre identité' })).toBeVisible();
  await expectAccessible(page, 'identity');
  await desk.confirmIdentity('Inès Delorme');
  await expectAccessible(page, 'prise en main');
  const proctor = await arrive(browser, server, 'surveillant');
  await expect(proctor.page.getByRole('table', { name: 'Candidats' })).toBeVisible();
  await expectAccessible(proctor.page, 'board before the start');
  await room.startAll();
  await desk.expectStarted();
  await openEverything(desk);
  await expectAccessible(page, 'desk');
  await expect(proctor.page.getByRole('progressbar').first()).toBeVisible();
  await expectAccessible(proctor.page, 'board');
  await room.endAll();
  await desk.expectOver();
  await expectAccessible(page, 'over');
  const juror = await arrive(browser, server, 'jure-1');
  await expectAccessible(juror.page, 'copies');
  await juror.page.getByRole('link', { name: new RegExp(`la copie n°\\s${INES}$`) }).click();
  await expect(juror.page.getByRole('tablist', { name: 'Document' })).toBeVisible();
  await expectAccessible(juror.page, 'correction');
  const head = await arrive(browser, server, 'responsable');
  await expectAccessible(head.page, 'sessions');
});

/** Opens every application, a document and a workbook. */
async function openEverything(desk: Desk): Promise<void> {
  const windows: Readonly<Record<string, string>> = {
    Dossier: 'Votre situation',
    Messagerie: 'Réception',
    Agenda: 'mars 2026',
    Commandes: 'Factures',
    Téléphone: 'Journal vide',
    Fichiers: 'Documents',
    Remise: 'production remise'
  };
  for (const [application, words] of Object.entries(windows)) {
    const window = await desk.open(application);
    await expect(window.getByText(words).first()).toBeVisible();
  }
  await Letter.fromTemplate(desk, 'Modèle de lettre Verdelis', 'ESSAI', 'Clos angevin');
  await Workbook.create(desk, 'Suivi');
}

/** What the stream tells a candidate from the first entry on, until it has nothing more to say at once. */
async function readStream(
  server: PlateauServer,
  context: Awaited<ReturnType<typeof sitDown>>['context'],
  tab: string
): Promise<string> {
  const cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
  const response = await fetch(`${server.url}/api/poste/flux?depuis=0&onglet=${tab}`, {
    headers: { cookie }
  });
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk as Uint8Array, { stream: true });
    if (text.includes('Comité de jeudi à avancer')) break;
  }
  return text;
}

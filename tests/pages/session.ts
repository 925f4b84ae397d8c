import { expect, type Page } from '@playwright/test';

/** The form of an access code on paper. */
export const CODE = /[2-9A-Z]{4}-[2-9A-Z]{4}/;

/** What is asked of a new session. */
export interface NewSession {
  readonly name: string;
  /** Label of the scenario in the list; absent keeps the one proposed. */
  readonly scenario?: string;
  readonly room?: string;
}

/** The one candidate of a session that a journey makes. */
export const ALICE = { number: '0501', name: 'Alice Martin' } as const;
/** A member of the staff: their role and their name. */
type Staff = readonly [role: 'Surveillant' | 'Juré', name: string];

/** The session head's pages: one session, its people and their codes. */
export class Session {
  private constructor(readonly page: Page) {}

  /** Makes a session with Alice and some staff, and opens it. Returns her code, then theirs in their order. */
  static async opened<const People extends readonly Staff[]>(
    page: Page,
    asked: NewSession,
    ...staff: People
  ): Promise<readonly [string, ...{ readonly [Place in keyof People]: string }]> {
    const session = await Session.create(page, asked);
    await session.addCandidate(ALICE.number, ...(ALICE.name.split(' ') as [string, string]));
    for (const [role, name] of staff) await session.addStaff(role, name);
    const codes = await session.issueCodes(ALICE.name, ...staff.map(([, name]) => name));
    await session.open();
    return codes as unknown as readonly [string, ...{ readonly [Place in keyof People]: string }];
  }

  /** Makes a session from the list of sessions. */
  static async create(page: Page, { name, scenario, room }: NewSession): Promise<Session> {
    if (scenario) await page.getByLabel('Scénario', { exact: true }).selectOption({ label: scenario });
    await page.getByLabel('Nom de la session').fill(name);
    await page.getByLabel('Centre').fill('Centre d’Angers');
    if (room) await page.getByLabel('Salle').fill(room);
    await page.getByRole('button', { name: 'Créer la session' }).click();
    await expect(page.getByRole('heading', { name: new RegExp(`^${name}`) })).toBeVisible();
    return new Session(page);
  }

  async addCandidate(number: string, firstName: string, lastName: string): Promise<void> {
    await this.page.getByLabel('Numéro').fill(number);
    await this.page.getByLabel('Prénom', { exact: true }).fill(firstName);
    await this.page.getByLabel('Nom', { exact: true }).fill(lastName);
    await this.page.getByLabel('Poste', { exact: true }).fill('01');
    await this.page.getByRole('button', { name: 'Ajouter le candidat' }).click();
    await expect(this.page.getByText(`${firstName} ${lastName}`)).toBeVisible();
  }

  async addStaff(role: 'Surveillant' | 'Juré', name: string): Promise<void> {
    await this.page.getByLabel('Rôle').selectOption(role);
    await this.page.getByLabel('Prénom et nom').fill(name);
    await this.page.getByRole('button', { name: 'Ajouter la personne' }).click();
    await expect(this.page.getByText(name)).toBeVisible();
  }

  /** Issues everybody's code, and reads those of some from the sheet to print, in their order. */
  async issueCodes(...names: readonly string[]): Promise<readonly string[]> {
    await this.page.getByRole('button', { name: 'Imprimer les codes' }).click();
    await this.page.getByRole('dialog').getByRole('button', { name: 'Éditer les codes' }).click();
    const sheet = this.page.getByRole('region', { name: 'Codes d’accès' });
    await expect(sheet).toBeVisible();
    const codes: string[] = [];
    for (const name of names)
      codes.push(
        CODE.exec(await sheet.getByRole('listitem').filter({ hasText: name }).innerText())?.[0] ?? ''
      );
    return codes;
  }

  async open(): Promise<void> {
    await this.page.getByRole('button', { name: 'Ouvrir la session' }).click();
    await expect(this.page.getByRole('heading', { name: /Ouverte/ })).toBeVisible();
  }
}

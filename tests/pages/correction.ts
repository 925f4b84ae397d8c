import { expect, type Locator, type Page } from '@playwright/test';

export type Mark = 'Oui' | 'Non' | 'Non observé';
/** Keys of the marks. */
const KEYS: Readonly<Record<Mark, string>> = { Oui: '1', Non: '2', 'Non observé': '3' };

/** The correction screen of one juror on one copy. */
export class Correction {
  private constructor(readonly page: Page) {}

  /** Opens a copy from the list of copies. */
  static async open(page: Page, number: string): Promise<Correction> {
    await page.goto('/jury');
    await page.getByRole('link', { name: new RegExp(`la copie n°\\s${number}$`) }).click();
    await expect(page.getByRole('heading', { name: new RegExp(`^Copie n°\\s${number}$`) })).toBeVisible();
    return new Correction(page);
  }

  /** Marks every criterion by the keyboard, all the same but those of `except` (places from 0). */
  async markAll(mark: Mark, except: Readonly<Record<number, Mark>> = {}): Promise<void> {
    const total = await this.#total();
    for (let place = 0; place < total; place += 1) {
      await this.page.keyboard.press(KEYS[except[place] ?? mark]);
      await expect(this.page.getByText(new RegExp(`^${place + 1} / ${total}\\scritères$`))).toBeVisible();
      if (place < total - 1) await this.page.keyboard.press('j');
    }
    await this.expectSaved();
  }

  async expectSaved(): Promise<void> {
    await expect(this.page.getByRole('status').filter({ hasText: 'Enregistré' }).first()).toBeVisible();
  }

  async comment(words: string): Promise<void> {
    await this.page.keyboard.press('c');
    await this.page.keyboard.type(words);
    await this.page.keyboard.press('Escape');
  }

  async askToSeal(): Promise<void> {
    await this.page.getByRole('button', { name: 'Sceller mes appréciations' }).click();
  }

  async seal(): Promise<void> {
    await this.askToSeal();
    await this.page.getByRole('alertdialog').getByRole('button', { name: 'Sceller', exact: true }).click();
    await expect(this.page.getByRole('button', { name: 'Desceller…' })).toBeVisible();
  }

  /** The findings of the copy. */
  async findings(): Promise<Locator> {
    await this.page.getByRole('button', { name: /^Constats/ }).click();
    return this.page.getByRole('tabpanel', { name: 'Production' });
  }

  /** Goes from a finding to its moment: the candidate's desk as it was then. */
  async momentOf(finding: string): Promise<Locator> {
    const findings = await this.findings();
    const line = findings.getByRole('listitem').filter({ hasText: finding });
    await line.getByRole('button', { name: /^\d/ }).click();
    return this.#desk;
  }

  /** Shows the candidate's desk at the start or at the end of the exam. */
  async deskAt(end: 'Home' | 'End'): Promise<Locator> {
    await this.page.getByRole('tab', { name: 'Poste à cet instant' }).click();
    await this.page.getByRole('slider', { name: 'Instant de l’épreuve' }).press(end);
    return this.#desk;
  }

  get #desk(): Locator {
    return this.page.getByRole('tabpanel', { name: 'Poste à cet instant' });
  }

  async #total(): Promise<number> {
    const words = await this.page.getByText(/^\d+ \/ \d+\scritères$/).innerText();
    return Number(/\/ (\d+)/.exec(words)![1]);
  }
}

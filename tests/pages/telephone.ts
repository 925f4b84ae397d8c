import { expect, type Locator } from '@playwright/test';
import type { Desk } from './desk';

/** A call picked up on a candidate's desk. */
export class Telephone {
  private constructor(
    readonly desk: Desk,
    readonly window: Locator
  ) {}

  static async pickUp(desk: Desk): Promise<Telephone> {
    await desk.ringing.getByRole('button', { name: 'Décrocher' }).click();
    const window = desk.window('Téléphone');
    await expect(window.getByText('En communication').first()).toBeVisible();
    return new Telephone(desk, window);
  }

  /** What has been said, by both. */
  get transcript(): Locator {
    return this.window.getByRole('list', { name: 'Transcription de l’appel' });
  }

  async say(beginning: string): Promise<void> {
    await this.window.getByRole('button', { name: new RegExp(`^${beginning}`) }).click();
  }

  async takeMessage(forWhom: RegExp, words: string): Promise<void> {
    const button = this.window.getByRole('button', { name: 'Message', exact: true });
    // A conversation that expects a message has opened the slip.
    if ((await button.getAttribute('aria-pressed')) !== 'true') await button.click();
    const slip = this.window.getByRole('form', { name: 'Fiche de message' });
    const option = await slip.getByLabel('Pour').getByRole('option', { name: forWhom }).innerText();
    await slip.getByLabel('Pour').selectOption({ label: option });
    await slip.getByRole('textbox', { name: 'Message' }).fill(words);
    await slip.getByRole('button', { name: 'Enregistrer le message' }).click();
  }
}

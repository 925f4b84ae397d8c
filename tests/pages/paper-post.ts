import { expect, type Locator } from '@playwright/test';
import type { Desk } from './desk';
import { chooseByKey, openByKey, pressByKey, tabTo, typeByKey } from './keyboard';

/** The paper post of a candidate, by keyboard. */
export class PaperPost {
  private constructor(readonly window: Locator) {}

  static async open(desk: Desk): Promise<PaperPost> {
    const window = await openByKey(desk, 'Courrier');
    await expect(window.getByRole('tab', { name: /^Bannette/ })).toBeVisible();
    return new PaperPost(window);
  }

  /** Goes to a letter of the tray with the arrows; returns it as it is shown. */
  async show(sender: string): Promise<Locator> {
    const lines = this.window.getByRole('listitem').getByRole('button');
    await tabTo(lines.and(this.window.locator('[aria-current="true"]')));
    const count = await lines.count();
    const letter = this.window.getByRole('region', { name: sender });
    for (let step = 0; step < count && !(await letter.isVisible()); step += 1)
      await this.window.page().keyboard.press('ArrowDown');
    await expect(letter).toBeVisible();
    return letter;
  }

  async openEnvelope(letter: Locator): Promise<void> {
    await pressByKey(letter.getByRole('button', { name: 'Ouvrir l’enveloppe' }));
    await expect(letter.getByText('· ouvert à')).toBeVisible();
    // What was inside comes from the server, and only now.
    const sides = letter.getByRole('group', { name: 'Ce qui est montré' });
    await expect(sides.getByRole('button', { name: 'Contenu' })).toBeVisible();
  }

  async stamp(letter: Locator): Promise<void> {
    await pressByKey(letter.getByRole('button', { name: 'Tamponner' }));
    await expect(letter.getByRole('button', { name: 'Tamponner' })).toBeHidden();
  }

  /** Writes the letter into the register of arrivals; what the envelope says is there already. */
  async register(letter: Locator, nature: string, subject: string): Promise<void> {
    await pressByKey(letter.getByRole('button', { name: 'Enregistrer…' }));
    const form = letter.getByRole('form', { name: 'Inscrire à l’arrivée' });
    await expect(form.getByLabel('Expéditeur')).toBeFocused();
    await typeByKey(form.getByLabel('Nature'), nature);
    await typeByKey(form.getByLabel('Objet'), subject);
    await form.page().keyboard.press('Enter');
    await expect(letter.getByText(/inscrit sous le n°/)).toBeVisible();
  }

  /** Puts the letter into somebody's pigeon-hole. */
  async give(letter: Locator, colleague: string): Promise<void> {
    await pressByKey(letter.getByRole('button', { name: 'Remettre à…' }));
    const form = letter.getByRole('form', { name: 'Remettre le pli' });
    await expect(form.getByLabel('À', { exact: true })).toBeFocused();
    await chooseByKey(form.getByLabel('À', { exact: true }), colleague);
    await pressByKey(form.getByRole('button', { name: 'Remettre', exact: true }));
    await expect(letter.getByText(`Remis à ${colleague}`)).toBeVisible();
  }
}

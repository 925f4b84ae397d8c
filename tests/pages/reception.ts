import { expect, type Locator } from '@playwright/test';
import type { Desk } from './desk';
import { chooseByKey, pressByKey, tabTo, typeByKey } from './keyboard';

/** What is written of a visitor in the register. */
export interface Arrival {
  readonly name: string;
  readonly organisation: string;
  readonly purpose: string;
  /** Beginning of the name of who is visited. */
  readonly host: string;
  readonly badge: string;
}

/** The reception desk of a candidate, by keyboard. */
export class Reception {
  private constructor(readonly window: Locator) {}

  /** The card of somebody who waits. */
  static card(desk: Desk, visitor: string): Locator {
    return desk.page.getByRole('status', { name: `${visitor} à l’accueil` });
  }

  /** Receives who waits by the key that works from anywhere. */
  static async receive(desk: Desk): Promise<Reception> {
    await desk.page.keyboard.press('Control+Alt+v');
    const window = desk.window('Accueil');
    await expect(window.getByRole('button', { name: 'Prendre congé' })).toBeVisible();
    return new Reception(window);
  }

  /** What has been said and done, by both. */
  get transcript(): Locator {
    return this.window.getByRole('list', { name: 'Transcription de la visite' });
  }

  /** Chooses one of the sentences ready to be said. */
  async say(beginning: string): Promise<void> {
    await pressByKey(this.window.getByRole('button', { name: new RegExp(`^${beginning}`) }));
  }

  /** Says it in one's own words. */
  async speak(words: string): Promise<void> {
    await typeByKey(this.window.getByRole('textbox', { name: 'Ce que vous dites' }), words);
    await this.window.page().keyboard.press('Enter');
  }

  /** Writes the visitor, who shows an identity document, into the register. */
  async register({ name, organisation, purpose, host, badge }: Arrival): Promise<void> {
    await pressByKey(this.window.getByRole('button', { name: 'Inscrire au registre' }));
    const form = this.window.getByRole('form', { name: 'Inscrire au registre' });
    await expect(form.getByLabel('Nom')).toBeFocused();
    await typeByKey(form.getByLabel('Nom'), name);
    await typeByKey(form.getByLabel('Organisme'), organisation);
    await typeByKey(form.getByLabel('Motif'), purpose);
    await chooseByKey(form.getByLabel('Personne visitée'), host);
    await tabTo(form.getByRole('radio', { name: 'Oui' }));
    await form.page().keyboard.press('Space');
    await typeByKey(form.getByLabel('Badge n°'), badge);
    await form.page().keyboard.press('Enter');
    await expect(this.transcript).toContainText('Visiteur inscrit au registre');
  }

  /** Tells a colleague that somebody is there. */
  async tell(colleague: string): Promise<void> {
    await pressByKey(this.window.getByRole('button', { name: 'Prévenir un collègue' }));
    const form = this.window.getByRole('form', { name: 'Prévenir un collègue' });
    await chooseByKey(form.getByLabel('Qui'), colleague);
    await pressByKey(form.getByRole('button', { name: 'Prévenir', exact: true }));
    await expect(this.transcript).toContainText(`Collègue prévenu\u00a0: ${colleague}`);
  }

  /** Notes that somebody of the register has gone, with the badge back. Returns their line. */
  async seeOut(name: string): Promise<Locator> {
    const tab = this.window.getByRole('tab', { name: /^Registre/ });
    await tabTo(this.window.getByRole('tab', { selected: true }));
    await tab.page().keyboard.press('ArrowRight');
    await expect(tab).toHaveAttribute('aria-selected', 'true');
    const line = this.window.getByRole('row', { name: new RegExp(name) });
    await pressByKey(line.getByRole('button', { name: `Noter le départ de ${name}` }));
    const form = tab.page().getByRole('dialog', { name: `Départ de ${name}` });
    await expect(form.getByLabel('Heure de départ')).toBeFocused();
    await tabTo(form.getByRole('checkbox', { name: /^Badge n° .* rendu$/ }));
    await tab.page().keyboard.press('Space');
    await pressByKey(form.getByRole('button', { name: 'Noter le départ' }));
    await expect(form).toBeHidden();
    return line;
  }
}

import { expect, type Locator, type Page } from '@playwright/test';

/** A candidate's screen, from the identity to the end, in the words of the candidate. */
export class Desk {
  constructor(readonly page: Page) {}

  async confirmIdentity(name: string): Promise<void> {
    await expect(this.page.getByRole('heading', { name: 'Vérifiez votre identité' })).toBeVisible();
    await expect(this.page.getByText(name, { exact: true })).toBeVisible();
    await this.page.getByRole('button', { name: 'C’est bien moi' }).click();
    await expect(this.page.getByRole('region', { name: 'Prise en main' })).toBeVisible();
  }

  /** Walks the tour to its last card. */
  async takeTour(): Promise<void> {
    await this.page.getByRole('button', { name: 'Commencer' }).click();
    const tour = this.page.getByRole('dialog');
    await expect(tour.getByRole('heading', { name: 'Voici votre poste de travail' })).toBeVisible();
    const stops = Number((await tour.getByText(/^1 sur \d+$/).innerText()).split(' ').at(-1));
    for (let stop = 2; stop <= stops; stop += 1) {
      await tour.getByRole('button', { name: 'Suivant' }).click();
      await expect(tour.getByText(`${stop} sur ${stops}`)).toBeVisible();
    }
    await tour.getByRole('button', { name: 'Terminer' }).click();
    await expect(tour).toBeHidden();
  }

  async testSound(): Promise<void> {
    await this.page.getByRole('button', { name: 'Tester', exact: true }).click();
    const test = this.page.getByRole('region', { name: 'Test du son' });
    await test.getByRole('button', { name: 'Écouter', exact: true }).click();
    await test.getByRole('button', { name: 'Oui' }).click();
    await expect(test.getByText('Le son fonctionne')).toBeVisible();
  }

  /** Opens the card of the prise en main again (it makes room for windows) and says so. */
  async sayReady(): Promise<void> {
    const card = this.page.getByRole('region', { name: 'Prise en main' });
    await card.getByRole('button', { name: 'Ouvrir', exact: true }).first().click();
    await card.getByRole('button', { name: 'Je suis prêt' }).click();
    await expect(card.getByText('Vous êtes prêt')).toBeVisible();
  }

  /** Takes « Je suis prêt » back. */
  async sayNotReady(): Promise<void> {
    const card = this.page.getByRole('region', { name: 'Prise en main' });
    await card.getByRole('button', { name: 'Je ne suis pas encore prêt' }).click();
    await expect(card.getByRole('button', { name: 'Je suis prêt' })).toBeVisible();
  }

  /** The exam has begun on this screen. */
  async expectStarted(): Promise<void> {
    await expect(this.timeLeft).toHaveText(/^Reste /);
  }

  get timeLeft(): Locator {
    return this.page.getByRole('timer');
  }

  /** Opens an application from the taskbar, or brings its only window to the front. */
  async open(application: string): Promise<Locator> {
    const window = this.window(new RegExp(application));
    const button = this.taskbar.getByRole('button', { name: new RegExp(`^${application}`) });
    // Pressing the front window's own button would put it away.
    if ((await button.getAttribute('aria-current')) === null) await button.click();
    await expect(window).toBeVisible();
    return window;
  }

  /** Brings the one window of an application to the front. */
  async bringForward(application: string): Promise<void> {
    const button = this.taskbar.getByRole('button', { name: new RegExp(`^${application}`) });
    if ((await button.getAttribute('aria-current')) === null) await button.click();
    await expect(button).toHaveAttribute('aria-current', 'true');
  }

  window(title: string | RegExp): Locator {
    return this.page.getByRole('main', { name: 'Fenêtres' }).getByRole('region', { name: title });
  }

  get taskbar(): Locator {
    return this.page.getByRole('navigation', { name: 'Applications' });
  }

  get notices(): Locator {
    return this.page.getByRole('log', { name: 'Notifications' });
  }

  get ringing(): Locator {
    return this.page.getByRole('alert', { name: /^Appel entrant/ });
  }

  /** The veil of a pause. */
  get veil(): Locator {
    return this.page.getByRole('alertdialog', { name: 'Épreuve suspendue' });
  }

  /** Everything made so far is on the server. */
  async expectSaved(): Promise<void> {
    await expect(this.page.getByText(/^Enregistré jusqu’à/).first()).toBeAttached();
  }

  /** Answers « Enregistrer sous ». */
  async saveAs(name: string, folder?: string): Promise<void> {
    const dialog = this.page.getByRole('dialog');
    await dialog.getByLabel('Nom du fichier').fill(name);
    if (folder) await dialog.getByRole('button', { name: folder, exact: true }).click();
    await dialog.getByRole('button', { name: 'Enregistrer', exact: true }).click();
    await expect(dialog).toBeHidden();
  }

  /** Chooses one file of the post in the dialog that asks for it. */
  async chooseFile(name: string): Promise<void> {
    const dialog = this.page.getByRole('dialog');
    await dialog.getByLabel('Chercher un fichier par son nom').fill(name);
    await dialog.getByLabel(new RegExp(name)).check();
    await dialog.getByRole('button', { name: 'Choisir' }).click();
    await expect(dialog).toBeHidden();
  }

  /** Answers a question of the desk. */
  async answer(button: string): Promise<void> {
    const question = this.page.getByRole('alertdialog');
    await question.getByRole('button', { name: button, exact: true }).click();
    await expect(question).toBeHidden();
  }

  async expectOver(): Promise<void> {
    await expect(this.page.getByRole('heading', { name: 'L’épreuve est terminée' })).toBeVisible();
    await expect(this.page.getByText('Tout votre travail est enregistré.')).toBeVisible();
  }
}

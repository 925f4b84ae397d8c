import { expect, type Locator, type Page } from '@playwright/test';

/** The proctor's board. */
export class Board {
  constructor(readonly page: Page) {}

  /** A candidate's row, by number. */
  seat(number: string): Locator {
    return this.page.getByRole('table', { name: 'Candidats' }).getByRole('row', { name: number });
  }

  get notice(): Locator {
    return this.page.getByRole('status');
  }

  /** Opens the prise en main when it is not open yet. */
  async openRoom(): Promise<void> {
    const opening = this.page.getByRole('button', { name: 'Ouvrir la prise en main' });
    const start = this.page.getByRole('button', { name: 'Démarrer l’épreuve pour tous' });
    await expect(opening.or(start)).toBeVisible();
    if (await opening.isVisible()) await opening.click();
    await expect(start).toBeVisible();
  }

  async startAll(): Promise<void> {
    await this.page.getByRole('button', { name: 'Démarrer l’épreuve pour tous' }).click();
    await this.#confirm('Démarrer l’épreuve');
    await expect(this.notice.filter({ hasText: 'L’épreuve a commencé.' })).toBeVisible();
  }

  /** Makes a scripted event happen now on one desk. */
  async trigger(name: string, beat: RegExp): Promise<void> {
    await this.choose(name, 'Voir le détail');
    const panel = this.page.getByRole('complementary', { name: 'Détail du candidat' });
    await panel.getByRole('tab', { name: 'Événements' }).click();
    await panel.getByRole('button', { name: beat }).click();
    await this.page.getByRole('alertdialog').getByRole('button', { name: 'Déclencher' }).click();
    await expect(this.notice.filter({ hasText: 'est déclenché' })).toBeVisible();
    await panel.getByRole('button', { name: 'Fermer le détail' }).click();
  }

  async suspendRoom(cause: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Suspendre la salle' }).click();
    await this.page.getByRole('dialog').getByLabel('Cause').selectOption(cause);
    await this.#confirm('Suspendre');
  }

  async resumeRoom(): Promise<void> {
    await this.page.getByRole('button', { name: 'Reprendre', exact: true }).click();
  }

  async credit(name: string, minutes: number, cause: string): Promise<void> {
    await this.choose(name, 'Créditer du temps…');
    const dialog = this.page.getByRole('dialog');
    await dialog.getByLabel('Minutes').fill(String(minutes));
    await dialog.getByLabel('Secondes').fill('0');
    await dialog.getByLabel('Cause').selectOption(cause);
    await this.#confirm(/^Créditer/);
  }

  async noteIncident(name: string, nature: string, facts: string): Promise<void> {
    await this.choose(name, 'Noter un incident…');
    const dialog = this.page.getByRole('dialog');
    await dialog.getByLabel(nature).check();
    await dialog.getByLabel('Faits constatés').fill(facts);
    await this.#confirm('Noter l’incident');
  }

  async move(name: string, post: string): Promise<void> {
    await this.choose(name, 'Changer de poste…');
    await this.page.getByRole('dialog').getByLabel('Nouveau poste').fill(post);
    await this.#confirm('Changer de poste');
  }

  async endAll(): Promise<void> {
    await this.page.getByRole('button', { name: 'Autres actions pour la salle' }).click();
    await this.page.getByRole('menuitem', { name: 'Terminer l’épreuve pour tous…' }).click();
    await this.page.getByRole('dialog').getByRole('textbox').fill('TERMINER');
    await this.#confirm('Terminer');
  }

  /** Chooses a line of a candidate's menu. */
  async choose(name: string, item: string): Promise<void> {
    await this.page.getByRole('button', { name: new RegExp(`^Actions pour ${name}`) }).click();
    await this.page.getByRole('menuitem', { name: item }).click();
  }

  async #confirm(button: string | RegExp): Promise<void> {
    const dialog = this.page.getByRole('dialog');
    await dialog
      .getByRole('button', { name: button, ...(typeof button === 'string' && { exact: true }) })
      .click();
    await expect(dialog).toBeHidden();
  }
}

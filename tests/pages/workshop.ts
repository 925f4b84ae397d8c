import { expect, type Locator, type Page } from '@playwright/test';

/** The author's workshop: the shelf, and one scenario with its tabs. */
export class Workshop {
  constructor(readonly page: Page) {}

  /** A scenario's line on the shelf. */
  line(title: string): Locator {
    return this.page.getByRole('region', { name: 'Scénarios' }).getByRole('row', { name: title });
  }

  /** Begins a scenario from the template; its text is open then. */
  async begin(title: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Nouveau scénario' }).click();
    const dialog = this.page.getByRole('dialog');
    await dialog.getByLabel('Titre').fill(title);
    await dialog.getByRole('button', { name: 'Créer' }).click();
    await expect(this.page.getByRole('heading', { level: 1, name: title })).toBeVisible();
    await expect(this.text).toBeVisible();
    await this.expectCheck('Rien à signaler');
  }

  get #tabs(): Locator {
    return this.page.getByRole('navigation', { name: 'Scénario' }).getByRole('link');
  }

  /** Names of the pages of a scenario. */
  async tabs(): Promise<readonly string[]> {
    return this.#tabs.allInnerTexts();
  }

  /** Goes to a page of the scenario and waits for what it loads. */
  async open(tab: string): Promise<void> {
    const link = this.#tabs.and(this.page.getByRole('link', { name: tab, exact: true }));
    await link.click();
    await expect(link).toHaveAttribute('aria-current', 'page');
    await expect(this.page.getByRole('status', { name: /^Ouverture/ })).toHaveCount(0);
  }

  /** The editor of the file on screen. */
  get text(): Locator {
    return this.page.getByRole('textbox', { name: /^Texte de / });
  }

  /** Identifier of the scenario that is open. */
  get id(): string {
    return new URL(this.page.url()).pathname.split('/')[2] ?? '';
  }

  /** Writes the file on screen anew. */
  async write(text: string): Promise<void> {
    await this.text.click();
    await this.page.keyboard.press('Control+a');
    await this.page.keyboard.press('Delete');
    await this.page.keyboard.insertText(text);
  }

  /** Adds a mail to the script by the forms. */
  async addMail(mail: { at: string; from: string; subject: string; body: string }): Promise<void> {
    await this.open('Événements');
    await this.page.getByRole('combobox', { name: 'Nouvel événement' }).selectOption('Courriel');
    const form = this.page.getByRole('main');
    await form.getByLabel('Heure d’épreuve').fill(mail.at);
    await form.getByLabel('De', { exact: true }).selectOption(mail.from);
    await form.getByLabel('Objet').fill(mail.subject);
    await form.getByLabel('Message', { exact: true }).fill(mail.body);
    await form.getByLabel('Message', { exact: true }).press('Tab');
  }

  /** Finds words of the text and types others in their place. */
  async replaceInText(before: string, after: string): Promise<void> {
    await this.text.click();
    await this.page.keyboard.press('Control+f');
    const search = this.page.getByRole('textbox', { name: 'Rechercher' });
    await search.fill(before);
    await this.page.getByRole('textbox', { name: 'Remplacer par' }).fill(after);
    await this.page.getByRole('button', { name: 'Tout remplacer' }).click();
    await search.press('Escape');
    await expect(search).toBeHidden();
  }

  async expectCheck(words: string | RegExp): Promise<void> {
    await expect(this.page.getByRole('region', { name: 'Vérification' }).getByRole('heading')).toHaveText(
      words
    );
  }

  /** A fault in the list beside the text. */
  fault(words: string | RegExp): Locator {
    return this.page.getByRole('region', { name: 'Vérification' }).getByRole('button', { name: words });
  }

  async save(note: string): Promise<void> {
    await this.page.getByLabel('Note pour l’historique').fill(note);
    await this.page.keyboard.press('Control+s');
    await expect(this.page.getByRole('button', { name: 'Enregistré', exact: true })).toBeVisible();
  }

  get publishing(): Locator {
    return this.page.getByRole('button', { name: 'Publier', exact: true });
  }

  async publish(): Promise<void> {
    await this.publishing.click();
    await this.page.getByRole('alertdialog').getByRole('button', { name: 'Publier' }).click();
    await expect(this.page.getByRole('button', { name: 'Publié', exact: true })).toBeVisible();
  }

  /** Sits the scenario at sixty times the speed until its end, and comes back. */
  async tryOut(): Promise<void> {
    await this.open('Essai');
    await this.page.getByRole('button', { name: 'S’asseoir au poste' }).click();
    const panel = this.page.getByRole('complementary', { name: 'Essai' });
    await panel.getByRole('button', { name: '×60' }).click();
    await expect(panel.getByText('L’épreuve est finie.')).toBeVisible({ timeout: 90_000 });
    await panel.getByRole('button', { name: 'Quitter l’essai' }).click();
    await expect(panel).toBeHidden();
  }

  /** Opens an event of the script in its form. */
  async openEvent(words: string | RegExp): Promise<void> {
    await this.open('Événements');
    await this.page.getByRole('button', { name: words }).click();
  }

  /** The card of a line of the dialogue that is open. */
  spoken(line: string): Locator {
    return this.page.getByRole('article').filter({ has: this.page.getByRole('heading', { name: line }) });
  }
}

import { expect, type Locator } from '@playwright/test';
import type { Desk } from './desk';

/** One document in the word processor. */
export class Letter {
  private constructor(
    readonly desk: Desk,
    readonly window: Locator,
    readonly text: Locator
  ) {}

  /** Makes a document from a template of the house, kept under a name in a folder. */
  static async fromTemplate(desk: Desk, template: string, name: string, folder: string): Promise<Letter> {
    const start = await desk.open('Traitement de texte');
    await start.getByRole('button', { name: template }).click();
    return Letter.#named(desk, name, folder);
  }

  static async blank(desk: Desk, name: string): Promise<Letter> {
    const start = await desk.open('Traitement de texte');
    await start.getByRole('button', { name: 'Nouveau document vierge' }).click();
    return Letter.#named(desk, name);
  }

  static async #named(desk: Desk, name: string, folder?: string): Promise<Letter> {
    await desk.saveAs(name, folder);
    const window = desk.window(`${name}.docx`);
    const text = window.getByRole('textbox', { name: `${name}.docx` });
    await expect(text).toBeVisible();
    return new Letter(desk, window, text);
  }

  /** Replaces a passage of the template: finds it by its words, selects its paragraph, types over it. */
  async replace(passage: string, words: string): Promise<void> {
    const paragraph = this.text.getByText(passage, { exact: true }).first();
    await paragraph.click({ clickCount: 3 });
    await this.desk.page.keyboard.type(words);
    await expect(this.text).toContainText(words.slice(-20));
  }

  /** Goes on at the end of the document. */
  async continueAtEnd(): Promise<void> {
    await this.desk.bringForward('Traitement de texte');
    await this.text.press('Control+End');
  }

  /** Types where the caret is. */
  async type(words: string): Promise<void> {
    await this.desk.page.keyboard.type(words);
  }
}

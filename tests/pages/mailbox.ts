import { expect, type Locator } from '@playwright/test';
import type { Desk } from './desk';

/** What is written in a new message. */
export interface NewMail {
  /** Names of people of the address book. */
  readonly to: readonly string[];
  readonly subject: string;
  readonly body: string;
  /** Name of a file of the post. */
  readonly attachment?: string;
}

/** The mail window of a candidate. */
export class Mailbox {
  constructor(
    readonly desk: Desk,
    readonly window: Locator
  ) {}

  static async open(desk: Desk): Promise<Mailbox> {
    return new Mailbox(desk, await desk.open('Messagerie'));
  }

  message(subject: string): Locator {
    return this.window.getByRole('listbox').getByRole('option', { name: subject });
  }

  async show(folder: string): Promise<void> {
    const button = this.window
      .getByRole('navigation', { name: 'Dossiers' })
      .getByRole('button', { name: folder });
    await button.click();
    await expect(
      this.window.getByRole('region', { name: 'Liste des messages' }).getByRole('heading')
    ).toHaveText(folder);
  }

  /** Opens a message and returns its text. */
  async read(subject: string): Promise<Locator> {
    await this.message(subject).click();
    const article = this.window.getByRole('article');
    await expect(article.getByRole('heading', { name: subject })).toBeVisible();
    return article;
  }

  async send({ to, subject, body, attachment }: NewMail): Promise<void> {
    const form = await this.write({ to, subject, body });
    if (attachment) {
      await form.getByRole('button', { name: 'Joindre' }).click();
      await this.desk.chooseFile(attachment);
      await expect(form.getByRole('button', { name: `Retirer la pièce jointe ${attachment}` })).toBeVisible();
    }
    await form.getByRole('button', { name: 'Envoyer' }).click();
    await expect(form).toBeHidden();
  }

  /** Writes a new message without sending it. */
  async write({ to, subject, body }: Omit<NewMail, 'attachment'>): Promise<Locator> {
    await this.window.getByRole('button', { name: 'Nouveau message' }).click();
    const form = this.window.getByRole('form', { name: 'Nouveau message' });
    for (const name of to) {
      await form.getByRole('combobox', { name: 'À' }).pressSequentially(name);
      await form.getByRole('option', { name: new RegExp(name) }).click();
    }
    await form.getByLabel('Objet').fill(subject);
    await form.getByLabel('Texte du message').fill(body);
    return form;
  }

  async report(subject: string): Promise<void> {
    await this.read(subject);
    await this.window.getByRole('button', { name: 'Signaler comme hameçonnage' }).click();
    await this.desk.answer('Signaler');
    await expect(this.message(subject)).toBeHidden();
  }
}

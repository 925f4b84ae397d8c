import { expect, type Page } from '@playwright/test';

/** The door: one field, the access code. */
export class Door {
  constructor(readonly page: Page) {}

  async open(): Promise<void> {
    await this.page.goto('/');
    await expect(this.page.getByRole('heading', { name: 'Entrez votre code d’accès' })).toBeVisible();
  }

  /** Types a code and sends it, without waiting for what follows. */
  async tryCode(code: string): Promise<void> {
    const field = this.page.getByLabel('Code d’accès');
    await field.fill(code);
    await this.page.getByRole('button', { name: 'Entrer' }).click();
  }

  /** Comes in; resolves when the door is behind. */
  async enter(code: string): Promise<void> {
    await this.open();
    await this.tryCode(code);
    await this.page.waitForURL((url) => url.pathname !== '/');
  }
}

import { expect, type Page } from '@playwright/test';
import type { Mark } from './correction';

/** Agrees on every difference of a copy. Returns how many there were. */
export async function settleAll(page: Page, number: string, mark: Mark, motive: string): Promise<number> {
  await page.goto(`/jury/copies/${number}/accord`);
  const open = page.getByRole('article');
  await expect(page.getByRole('button', { name: 'Confirmer l’accord' })).toBeVisible();
  const count = await open.count();
  for (let index = 0; index < count; index += 1) {
    const card = open.nth(index);
    await card.getByRole('radio', { name: mark, exact: true }).check();
    await card.getByLabel('Motif').fill(motive);
    await card.getByRole('button', { name: 'Accorder' }).click();
    await expect(card.getByText(new RegExp(`^Accordé\\s: ${mark}$`))).toBeVisible();
  }
  return count;
}

export async function confirmAgreement(page: Page, number: string): Promise<void> {
  await page.goto(`/jury/copies/${number}/accord`);
  await page.getByRole('button', { name: 'Confirmer l’accord' }).click();
  await expect(page.getByRole('button', { name: 'Confirmer l’accord' })).toBeHidden();
}

export async function signRecord(page: Page, code: string): Promise<void> {
  await page.goto('/jury/proces-verbal');
  await page.getByRole('button', { name: 'Signer le procès-verbal' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Votre code d’accès').fill(code);
  await dialog.getByRole('button', { name: 'Signer', exact: true }).click();
  await expect(dialog).toBeHidden();
}

import { expect } from '@playwright/test';
import type { Desk } from './desk';

/** Establishes and validates a credit note for some of an invoice's articles; returns the window's number. */
export async function creditNote(
  desk: Desk,
  { invoice, article, quantity }: { invoice: string; article: string; quantity: string }
): Promise<void> {
  const window = await desk.open('Commandes');
  // Many people double-click a line: the second click must not go through what the first one opened.
  await window.getByRole('row', { name: invoice }).dblclick();
  await window.getByRole('button', { name: 'Établir un avoir' }).click();
  const dialog = desk.page.getByRole('dialog', { name: `Établir un avoir sur ${invoice}` });
  await dialog.getByRole('textbox', { name: new RegExp(`^À créditer.*${article}`) }).fill(quantity);
  await dialog.getByRole('button', { name: 'Créer l’avoir' }).click();
  await window.getByRole('button', { name: 'Valider' }).click();
  await desk.answer('Valider');
  await expect(window.getByRole('heading', { name: /^Avoir AV-/, level: 2 }).first()).toBeVisible();
}

/** What an appointment becomes. */
export interface NewPlace {
  /** ISO day, `2026-03-18`. */
  readonly day: string;
  /** Room to leave and room to take. */
  readonly from: string;
  readonly to: string;
}

/** Moves an appointment to another day and room by its form. */
export async function moveAppointment(desk: Desk, title: string, { day, from, to }: NewPlace): Promise<void> {
  const window = await desk.open('Agenda');
  await window.getByRole('grid').getByRole('button', { name: title }).click();
  const form = window.getByRole('form', { name: 'Rendez-vous' });
  await form.getByLabel('Du', { exact: true }).fill(day);
  await form.getByRole('checkbox', { name: from }).uncheck();
  await form.getByRole('checkbox', { name: to }).check();
  await form.getByLabel('Lieu').fill(to);
  await expect(form.getByRole('status')).toContainText('Déjà pris à cette heure');
  await form.getByRole('button', { name: 'Enregistrer', exact: true }).click();
  await expect(desk.notices.getByText('Rendez-vous modifié')).toBeVisible();
}

/** Hands a file in and sees the receipt. */
export async function handIn(desk: Desk, file: string): Promise<void> {
  const window = await desk.open('Remise');
  await window.getByRole('button', { name: 'Remettre…' }).click();
  await desk.chooseFile(file);
  await desk.answer('Remettre');
  await expect(window.getByText(new RegExp(`${file}.*, remise à`))).toBeVisible();
  await expect(window.getByText('à l’heure')).toBeVisible();
}

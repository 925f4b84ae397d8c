import type { SubmitFunction } from '@sveltejs/kit';

/**
 * Keeps the keyboard in a form that adds people one after another: emptied and back on its first text field when the
 * person is added, left as typed when it was refused; the refusal is told beside it.
 */
export const nextAfter =
  (form: () => HTMLFormElement | undefined, tell: (refusal: string) => void): SubmitFunction =>
  () =>
  async ({ result, update }) => {
    tell(result.type === 'failure' ? String(result.data?.message ?? '') : '');
    if (result.type === 'failure') return;
    await update({ reset: false });
    if (result.type !== 'success') return;
    const fields = form()?.querySelectorAll<HTMLInputElement>('input') ?? [];
    for (const field of fields) field.value = '';
    fields[0]?.focus();
  };

import type { LayoutServerLoad } from './$types';

/** Who is there and in which mode the server runs: what every page's frame shows. */
export const load: LayoutServerLoad = ({ locals }) => ({
  account: locals.account ? { role: locals.account.role, name: locals.account.name } : null,
  demo: locals.plateau.mode === 'demo',
  /** Goes to the pages that show a spreadsheet. */
  handsontableLicense: locals.account ? locals.plateau.settings.handsontableLicenseKey : null
});

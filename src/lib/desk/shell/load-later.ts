/*
 * SvelteKit links with the page the styles of whatever its first files import lazily, though not of what those import
 * lazily in their turn: hence the step through `later.ts`, which keeps these styles out of the desk's first load.
 */
const later = () => import('./later');

/**
 * The questions about files, fetched with the first window: nobody asks them before, and whoever works without the network
 * has them.
 */
export const loadFileQuestion = async () => (await (await later()).fileQuestion()).default;

/** « Aide clavier », fetched when it is first asked for. */
export const loadKeyboardHelp = async () => (await (await later()).keyboardHelp()).default;

/** Parts of the desk that are fetched when they are first needed. */
export const fileQuestion = () => import('./FileQuestion.svelte');
export const keyboardHelp = () => import('./KeyboardHelp.svelte');

/**
 * The questions about files, fetched with the first window: nobody asks them before, and whoever works without the network
 * has them.
 */
export const loadFileQuestion = () => import('./FileQuestion.svelte');

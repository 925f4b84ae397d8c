import type { FactsOf } from '../../desk/app-model';

/** The script sees nothing of the notes: they are the candidate's own, for the jury alone. */
export const notesFacts: FactsOf = () => [];

import type { FactsOf } from '../../desk/app-model';

/** Reading the subject is nobody's business: neither the script nor the evidence sees it. */
export const dossierFacts: FactsOf = () => [];

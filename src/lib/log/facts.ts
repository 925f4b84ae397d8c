/** A value that a pattern of the scenario can be compared with. Money is in integer cents, times in integer ms. */
export type FactValue =
  string | number | boolean | null | readonly FactValue[] | { readonly [key: string]: FactValue };

/**
 * What the script and the evidence may see of a candidate's event: the vocabulary of scenarios, hence in French.
 * `fait` names it (`courriel.envoye`, `commande.passee`, `appel.decroche`…); the other keys are its attributes.
 */
export interface Fact {
  readonly fait: string;
  readonly [attribute: string]: FactValue;
}

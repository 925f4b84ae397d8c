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

/** What is true once a fact has come about, however it did: a file has a name and a place, an appointment its hour. */
const STANDING: Readonly<Record<string, string>> = {
  'fichier.cree': 'fichier.present',
  'fichier.range': 'fichier.present',
  'rendezvous.cree': 'rendezvous.inscrit',
  'rendezvous.modifie': 'rendezvous.inscrit'
};
/** Attributes that hold the addresses of a mail. */
const ADDRESSES = ['a', 'cc', 'cci'] as const;

const listed = (value: FactValue | undefined): readonly FactValue[] =>
  value === undefined || value === null
    ? []
    : Array.isArray(value)
      ? (value as readonly FactValue[])
      : [value];

/**
 * Facts with all that they say: a mail has its `destinataires`, in whichever of the three fields; what creates or moves
 * something is followed by the fact that it stands so.
 */
export const completeFacts = (facts: readonly Fact[]): readonly Fact[] =>
  facts.flatMap((fact) => {
    const standing = STANDING[fact.fait];
    if (standing) return [fact, { ...fact, fait: standing }];
    return 'a' in fact
      ? [{ ...fact, destinataires: ADDRESSES.flatMap((field) => listed(fact[field])) }]
      : [fact];
  });

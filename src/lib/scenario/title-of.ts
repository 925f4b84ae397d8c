import type { ScenarioSource } from './format';
import type { EventSource } from './format-script';

/** « de » before a name, elided before a vowel. */
const of = (name: string): string => (/^[aeiouyàâäéèêëîïôöùûü]/i.test(name) ? `d’${name}` : `de ${name}`);

/** What an event is called on the proctor's board, for the jury and on the chronogramme: the author's title, or its content. */
export function titleOf(event: EventSource, source: ScenarioSource): string {
  if (event.titre) return event.titre;
  const who = (id: string) => source.personnes[id]?.nom ?? id;
  const { courriel, appel, discussion, visite, pli, depot, agenda, commandes, annonce } = event;
  if (courriel) return `Courriel ${of(who(courriel.de))}\u00a0: ${courriel.objet}`;
  if (appel) return `Appel ${of(who(appel.de))}`;
  if (discussion) return `Message ${of(who(discussion.de))}`;
  if (visite) return `Visite\u00a0: ${visite.apparence}`;
  if (pli) return `Courrier ${of(pli.expediteur)}`;
  if (depot) return `Document déposé par ${who(depot.par)}\u00a0: ${depot.nom ?? depot.piece}`;
  if (agenda) return `Agenda modifié par ${who(agenda.par)}`;
  if (commandes) return `Commandes\u00a0: écriture ${of(who(commandes.par))}`;
  return annonce ? `Annonce\u00a0: ${annonce.titre}` : event.id;
}

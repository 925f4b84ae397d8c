/** One stop of the tour: a part of the desk, found by its `data-tour`, and what to know of it. */
export interface TourStep {
  /** `null`: no part in particular, the card stands in the middle. */
  readonly target: string | null;
  readonly title: string;
  readonly body: string;
}

/** The tour of the prise en main. Stops whose part is not on screen are skipped. */
export const TOUR_STEPS: readonly TourStep[] = [
  {
    target: null,
    title: 'Voici votre poste de travail',
    body: 'Il fonctionne comme un ordinateur de bureau. Cette visite dure une minute ; rien n’y est évalué.'
  },
  {
    target: 'icons',
    title: 'Vos applications',
    body: 'Un double-clic ouvre une application. Au clavier : flèches, puis Entrée.'
  },
  {
    target: 'apps',
    title: 'La barre des tâches',
    body: 'Un trait marque les applications ouvertes, un nombre ce qui vous attend : messages à lire, appels manqués.'
  },
  {
    target: 'hand-in',
    title: 'La remise',
    body: 'C’est ici que vous remettez chaque production. Une copie est alors gardée ; vous pourrez remettre de nouveau.'
  },
  {
    target: 'save',
    title: 'Votre travail est enregistré',
    body: 'L’heure affichée est celle du dernier enregistrement confirmé. Sans réseau, tout est gardé sur ce poste et part ensuite.'
  },
  {
    target: 'time',
    title: 'Le temps qui reste',
    body: 'Votre temps, aménagement compris. Il s’arrête pendant une pause.'
  },
  {
    target: 'clock',
    title: 'L’heure de l’histoire',
    body: 'L’heure et la date de l’entreprise fictive : ce sont elles qui comptent dans vos courriers et vos rendez-vous.'
  },
  {
    target: 'phone',
    title: 'Le téléphone',
    body: 'Il sonnera dans ce coin, avec un son. Vous pouvez décrocher ou laisser sonner sans perdre ce que vous écrivez.'
  },
  {
    target: 'hand',
    title: 'Besoin d’aide ?',
    body: 'La main appelle le surveillant sans bruit. Le point d’interrogation, ou F1, donne les raccourcis du clavier.'
  }
];

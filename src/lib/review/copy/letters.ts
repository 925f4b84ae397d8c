import type { Entry } from '../../log/entry';
import type { Fact, FactValue } from '../../log/facts';
import { letterContentRevealed, letterDelivered } from '../../log/script-world';
import type { Scene, SceneLetter } from '../../scene/scene';
import type { Trace } from './copy-file';

const words = (value: FactValue | undefined): string => (typeof value === 'string' ? value : '');
/** Who sent it, without the address. */
const senderOf = ({ sender }: { readonly sender: string }): string =>
  sender.split(/\n|,\s+(?=\d)/)[0]!.trim() || 'Pli sans expéditeur';

/** What was done with the paper post, gathered entry by entry: opened, stamped, registered, handed to whom, sent. */
export class Letters {
  readonly #traces: Trace[] = [];
  readonly #titles: Map<string, string>;
  readonly #scene: Scene;

  constructor(scene: Scene) {
    this.#scene = scene;
    const title = ({ id, envelope }: SceneLetter) => [id, senderOf(envelope)] as const;
    this.#titles = new Map((scene.letters ?? []).map(title));
  }

  add(entry: Entry, facts: readonly Fact[]): void {
    if (letterDelivered.is(entry)) this.#titles.set(entry.d.letter, senderOf(entry.d.envelope));
    if (letterContentRevealed.is(entry)) this.#showOpened(entry.d.letter, entry.n);
    for (const fact of facts) {
      const detail = this.#detail(fact, entry.type);
      if (detail === null) continue;
      const { n, t } = entry;
      const showing = { kind: 'window', app: 'post', params: {}, n } as const;
      this.#traces.push({ n, t, group: 'letters', title: this.#title(fact), detail, showing });
    }
  }

  traces(): readonly Trace[] {
    return this.#traces;
  }

  /** An opened letter is shown as the candidate saw it: with what the next entry told of its inside. */
  #showOpened(letter: string, n: number): void {
    const index = this.#traces.length - 1;
    const last = this.#traces[index];
    if (last?.n !== n - 1 || last.title !== this.#titles.get(letter) || last.showing.kind !== 'window')
      return;
    this.#traces[index] = { ...last, showing: { ...last.showing, n } };
  }

  #title({ fait, pli, ...fact }: Fact): string {
    if (fait === 'pli.expedie') return words(fact['destinataire']).split('\n')[0]! || 'Envoi';
    if (fait === 'pli.enregistre') {
      const other = words(fact['sens'] === 'depart' ? fact['destinataire'] : fact['expediteur']);
      return [words(fact['numero']), other].filter(Boolean).join(' — ');
    }
    return this.#titles.get(words(pli)) ?? 'Pli';
  }

  #detail(fact: Fact, type: string): string | null {
    switch (fact.fait) {
      case 'pli.ouvert':
        return 'Ouvert';
      case 'pli.tamponne':
        return 'Tamponné';
      case 'pli.enregistre':
        if (type === 'post.entry-corrected') return 'Ligne du registre corrigée';
        return fact['sens'] === 'depart' ? 'Inscrit au registre départ' : 'Inscrit au registre arrivée';
      case 'pli.distribue': {
        const to = words(fact['pour']);
        const name = this.#scene.people.find(({ id }) => id === to)?.name ?? to;
        return `Remis à ${name}, ${fact['ouvert'] === true ? 'ouvert' : 'fermé'}`;
      }
      case 'pli.numerise':
        return `Numérisé\u00a0: ${words(fact['nom'])}`;
      case 'pli.classe':
        return `Classé\u00a0: ${words(fact['classeur'])}`;
      case 'pli.jete':
        return 'Jeté';
      case 'pli.repris':
        return 'Repris dans la bannette';
      case 'pli.expedie':
        return `Expédié en ${words(fact['mode'])}\u00a0: ${words(fact['nom'])}`;
      default:
        return null;
    }
  }
}

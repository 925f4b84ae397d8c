import type { ScenarioSource } from './format';
import { checkFactPattern } from './check-facts';
import { outcomesOfContent } from './content-of';
import type { Outcome } from './format-cue';
import type { Pattern } from './format-pattern';
import type { EvidenceSource } from './format-script';
import { listOf } from './compile-values';
import { suggestion, type Report } from './problem';
import { typeOfPiece, type Piece } from './source';
import type { YamlSource } from './yaml-source';

type Path = readonly PropertyKey[];

/** Largest file of `pieces/`: what a post opens without waiting, on a room's network. */
export const MOST_BYTES = 10_000_000;

/** Everything that a scenario declares, by family, with the ways to check a reference to it. */
export class Names {
  readonly people: readonly string[];
  readonly events: ReadonlyMap<string, ScenarioSource['deroule'][number]>;
  readonly tasks: ReadonlyMap<string, ScenarioSource['taches'][number]>;
  readonly expectations: readonly string[];
  readonly usedPieces = new Set<string>();

  constructor(
    readonly source: ScenarioSource,
    readonly yaml: YamlSource,
    readonly report: Report,
    readonly pieces: ReadonlyMap<string, Piece>
  ) {
    this.people = Object.keys(source.personnes);
    this.events = new Map(source.deroule.map((event) => [event.id, event]));
    this.tasks = new Map(source.taches.map((task) => [task.id, task]));
    this.expectations = [...source.taches, ...source.deroule].flatMap((owner) =>
      (owner.attendus ?? []).map(({ id }) => id)
    );
  }

  /** A reference to something of a family. */
  known(
    path: Path,
    code: string,
    family: string,
    id: string | undefined,
    words: readonly string[],
    yaml = this.yaml
  ): boolean {
    if (id === undefined || words.includes(id)) return true;
    this.report.at(yaml, path, code, `${family} « ${id} » n’existe pas.`, suggestion(id, words));
    return false;
  }
  person(path: Path, id: string | undefined, withPost = false, yaml = this.yaml): boolean {
    return this.known(
      path,
      'nom.personne',
      'La personne',
      id,
      withPost ? ['poste', ...this.people] : this.people,
      yaml
    );
  }
  piece(path: Path, name: string | undefined): void {
    if (name === undefined) return;
    this.usedPieces.add(name.normalize('NFC'));
    const known = [...this.pieces.keys()];
    const bytes = this.pieces.get(name.normalize('NFC'))?.bytes.length ?? 0;
    if (bytes > MOST_BYTES)
      this.report.at(
        this.yaml,
        path,
        'piece.trop-lourde',
        `« ${name} » pèse ${Math.ceil(bytes / 1_000_000)} Mo ; la limite est de ${MOST_BYTES / 1_000_000} Mo.`,
        'Réduisez la définition des images, ou coupez le document.'
      );
    if (!this.known(path, 'nom.piece', 'Dans pieces/, le fichier', name.normalize('NFC'), known)) return;
    if (!typeOfPiece(name))
      this.report.at(
        this.yaml,
        path,
        'piece.type',
        `Le poste ne sait pas ouvrir « ${name} ».`,
        'Types connus : .docx .xlsx .pdf .png .jpg .mp3 .csv .eml .ics .vcf.',
        { severity: 'avertissement' }
      );
  }

  /** Ids of a list, which must differ. */
  unique(path: Path, items: readonly { readonly id: string }[], family: string): void {
    const seen = new Set<string>();
    items.forEach(({ id }, index) => {
      if (seen.has(id))
        this.report.at(
          this.yaml,
          [...path, index, 'id'],
          'nom.double',
          `${family} « ${id} » est déclaré deux fois.`,
          'Donnez un autre identifiant à l’un des deux.'
        );
      seen.add(id);
    });
  }

  /** Outcomes that an event or a task may come to. */
  issuesOf(reference: { evenement: string } | { tache: string }): readonly string[] {
    if ('tache' in reference) return ['rendue', 'en_retard', 'rendue_tard', 'non_rendue'];
    const event = this.events.get(reference.evenement);
    return [...(event ? outcomesOfContent(event) : []), 'saute', 'sans_objet'];
  }
  /** A reference to an outcome of an event or of a task. */
  outcome(path: Path, outcome: Outcome): void {
    if ('tache' in outcome)
      this.known([...path, 'tache'], 'nom.tache', 'La tâche', outcome.tache, [...this.tasks.keys()]);
    else if (
      this.known([...path, 'evenement'], 'nom.evenement', 'L’événement', outcome.evenement, [
        ...this.events.keys()
      ])
    )
      this.issues(path, outcome, outcome.issue);
  }
  issues(
    path: Path,
    reference: { evenement: string } | { tache: string },
    issue: string | readonly string[] | undefined,
    yaml = this.yaml
  ): void {
    const known = this.issuesOf(reference);
    for (const name of listOf(issue))
      this.known([...path, 'issue'], 'nom.issue', 'L’issue', name, known, yaml);
  }

  /** Keys and names of a pattern. Addresses and numbers written in full are accepted. */
  pattern(path: Path, pattern: Pattern | undefined, yaml = this.yaml): void {
    if (!pattern) return;
    if (pattern.fait === 'piece.creee' && ('total' in pattern || 'ht' in pattern))
      this.report.at(
        yaml,
        [...path, 'fait'],
        'piece.brouillon',
        'À sa création, une pièce commerciale est un brouillon : son montant est provisoire.',
        'Pour un montant, attendez « piece.validee ».',
        { severity: 'avertissement' }
      );
    checkFactPattern(this, path, pattern, yaml);
  }

  /** An evidence: exactly one thing to look for, and its names. */
  evidence(path: Path, evidence: EvidenceSource, yaml = this.yaml): void {
    const looks = [evidence.fait, evidence.evenement, evidence.tache].filter((look) => look !== undefined);
    if (looks.length !== 1)
      this.report.at(
        yaml,
        path,
        'constat.objet',
        'Un constat porte sur exactement une chose.',
        'Gardez un seul de « fait », « evenement » (avec « issue »), « tache » (avec « issue »).'
      );
    this.pattern([...path, 'fait'], evidence.fait, yaml);
    if (evidence.evenement !== undefined) {
      if (
        this.known(
          [...path, 'evenement'],
          'nom.evenement',
          'L’événement',
          evidence.evenement,
          [...this.events.keys()],
          yaml
        )
      )
        this.issues(path, { evenement: evidence.evenement }, evidence.issue, yaml);
    } else if (evidence.tache !== undefined) {
      if (
        this.known([...path, 'tache'], 'nom.tache', 'La tâche', evidence.tache, [...this.tasks.keys()], yaml)
      )
        this.issues(path, { tache: evidence.tache }, evidence.issue, yaml);
    }
    if (!evidence.fait && evidence.issue === undefined)
      this.report.at(
        yaml,
        path,
        'constat.issue',
        'Ce constat ne dit pas quelle issue il cherche.',
        'Ajoutez « issue ».'
      );
  }
}

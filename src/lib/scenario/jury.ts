import { findReferential } from '../referential/catalogue';
import { competenciesOf } from '../referential/referential';
import type { FactTest } from './compiled';
import { cueWords } from './cue-words';
import { compilePattern } from './compile-pattern';
import { examMs, listOf } from './compile-values';
import type { GridSource } from './format-grid';
import { contentOf, kindOf, type ScriptKind } from './content-of';
import type { EvidenceSource, EventSource } from './format-script';
import { titleOf } from './title-of';
import type { Scope } from './scope';

/** What jurors may see of a scenario, and candidates never. Plain JSON. */
export interface JuryPackage {
  readonly scenario: { readonly id: string; readonly title: string };
  /** `SA-2017`. */
  readonly referential: string;
  /** Competencies that the scenario lets observe, with their official criteria; only those with indicators are listed. */
  readonly competencies: readonly JuryCompetency[];
  readonly tasks: readonly JuryTask[];
  /** Everything that the software looks for, by `Evidence.id`. */
  readonly evidence: readonly Evidence[];
  /** The whole script in French, so that a juror can tell what did not happen. */
  readonly script: readonly ScriptSummary[];
}
export interface JuryCompetency {
  readonly id: string;
  readonly title: string;
  readonly transversal: boolean;
  readonly criteria: readonly JuryCriterion[];
}
export interface JuryCriterion {
  /** `CP7.3`. */
  readonly id: string;
  /** Official, verbatim. */
  readonly wording: string;
  readonly indicators: readonly Indicator[];
}
export interface Indicator {
  /** `CP7.3/delegation`. */
  readonly id: string;
  readonly text: string;
  /** Expected value or rubric (Markdown). */
  readonly help?: string;
  readonly productions: readonly { readonly task: string; readonly production?: string }[];
  /** `Evidence.id`s. */
  readonly evidence: readonly string[];
}
export interface JuryTask {
  readonly id: string;
  readonly title: string;
  readonly deadlineMs?: number;
  /** Expected answer (Markdown). */
  readonly expected?: string;
  readonly productions: readonly { readonly id: string; readonly title: string; readonly kind: string }[];
}
/** Something that the software can see by itself. A finding is a fact, never a verdict. */
export interface Evidence {
  readonly id: string;
  /** Said when it was seen. */
  readonly text: string;
  /** Said when it was not. */
  readonly otherwise: string;
  readonly look:
    | { readonly for: 'fact'; readonly test: FactTest }
    | { readonly for: 'issue'; readonly beat: string; readonly issues: readonly string[] };
}
export interface ScriptSummary {
  readonly id: string;
  readonly kind: ScriptKind;
  readonly title: string;
  readonly cue: string;
  readonly atMs?: number;
  /** What is said or written, one paragraph per line of the dialogue. */
  readonly content: readonly string[];
}

/** Compiles one evidence of the author's. */
export function compileEvidence(id: string, source: EvidenceSource, scope: Scope): Evidence {
  const beat = source.evenement ?? `tache:${source.tache ?? ''}`;
  return {
    id,
    text: source.constat,
    otherwise: source.sinon ?? `Non constaté : ${source.constat}`,
    look: source.fait
      ? { for: 'fact', test: compilePattern(source.fait, scope) }
      : { for: 'issue', beat, issues: listOf(source.issue) }
  };
}

function summary(event: EventSource, scope: Scope): ScriptSummary {
  return {
    id: event.id,
    kind: kindOf(event),
    title: titleOf(event, scope.source),
    cue: cueWords(event),
    ...(event.a !== undefined && { atMs: examMs(event.a) }),
    content: contentOf(event)
  };
}

/** The jury package of a checked scenario. */
export function juryOf(scope: Scope, grid: GridSource | null): JuryPackage {
  const { source } = scope;
  const evidence: Evidence[] = [
    ...source.taches.flatMap((task) => task.attendus ?? []),
    ...source.deroule.flatMap((event) => event.attendus ?? [])
  ].map((expectation) => compileEvidence(expectation.id, expectation, scope));
  const indicatorsOf = (criterion: string): readonly Indicator[] =>
    (grid?.criteres[criterion]?.indicateurs ?? []).map((indicator) => {
      const id = `${criterion}/${indicator.id}`;
      const proofs = (indicator.preuves ?? []).map((proof, index) => {
        if ('attendu' in proof) return proof.attendu;
        const compiled = compileEvidence(`${id}/${index + 1}`, proof, scope);
        evidence.push(compiled);
        return compiled.id;
      });
      return {
        id,
        text: indicator.texte,
        ...(indicator.aide && { help: indicator.aide }),
        productions: (indicator.productions ?? []).map((path) => {
          const [task = '', production] = path.split('/');
          return { task, ...(production && { production }) };
        }),
        evidence: proofs
      };
    });
  const version = findReferential(source.referentiel);
  const transversal = new Set((version?.transversal ?? []).map((competency) => competency.id));
  const competencies = (version ? competenciesOf(version) : [])
    .map((competency) => ({
      id: competency.id,
      title: competency.title,
      transversal: transversal.has(competency.id),
      criteria: competency.criteria.map(({ id, wording }) => ({ id, wording, indicators: indicatorsOf(id) }))
    }))
    .filter((competency) => competency.criteria.some((criterion) => criterion.indicators.length > 0));
  return {
    scenario: { id: source.scenario, title: source.titre },
    referential: source.referentiel,
    competencies,
    tasks: source.taches.map((task) => ({
      id: task.id,
      title: task.titre,
      ...(task.echeance && { deadlineMs: examMs(task.echeance) }),
      ...(task.reponse && { expected: task.reponse }),
      productions: task.productions.map(({ id, titre, type }) => ({ id, title: titre, kind: type }))
    })),
    evidence,
    script: source.deroule.map((event) => summary(event, scope))
  };
}

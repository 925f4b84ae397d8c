import type { ScenarioSource } from './format';
import { opaqueKey } from './compile-values';
import { dialogueOf } from './content-of';
import { seededDraw } from '../kernel/random';

/** The names of a scenario and what they stand for, shared by the compilers and the checker. */
export interface Scope {
  readonly source: ScenarioSource;
  /** Every text by which a fact may name a person; `null` for an unknown identifier. */
  personTexts(id: string): readonly string[] | null;
  /** Opaque key of an event or of a message of the decor; `null` when there is none. */
  messageKey(id: string): string | null;
  callKey(id: string): string;
  /** Opaque key of an event of the script, whatever its content; the word tells the kind (`visit-…`, `letter-…`). */
  beatKey(id: string): string;
  fileKey(id: string): string;
  /** Opaque key of a piece of post, of the decor or of the script. */
  letterKey(id: string): string;
  /** Number of a choice of a call, unique in its dialogue and without meaning; 0 when there is none. */
  choiceNumber(event: string, line: string, choice: string): number;
}

const PREFIXES = [
  ['courriel', 'mail'],
  ['appel', 'call'],
  ['discussion', 'chat'],
  ['visite', 'visit'],
  ['pli', 'letter'],
  ['depot', 'drop'],
  ['agenda', 'appointment'],
  ['commandes', 'record'],
  ['annonce', 'notice']
] as const;

/** Reads the names of a scenario that satisfies the schema. */
export function scopeOf(source: ScenarioSource): Scope {
  const key = (prefix: string, id: string) => opaqueKey(prefix, source.scenario, id);
  const events = new Map(source.deroule.map((event) => [event.id, event]));
  const decorMails = new Set((source.decor.courrier?.messages ?? []).map((message) => message.id));
  const numbers = new Map<string, readonly string[]>();
  const choicesOf = (event: string): readonly string[] => {
    const known = numbers.get(event);
    if (known) return known;
    const found = events.get(event);
    const dialogue = (found && dialogueOf(found)) ?? {};
    const names = Object.entries(dialogue).flatMap(([line, content]) =>
      (content.choix ?? []).map((choice) => `${line}/${choice.id}`)
    );
    const draw = new Map(names.map((name) => [name, seededDraw(source.scenario, event, name)]));
    const shuffled = [...names].sort((a, b) => draw.get(a)! - draw.get(b)!);
    numbers.set(event, shuffled);
    return shuffled;
  };
  return {
    source,
    personTexts(id) {
      if (id === 'poste') return [source.poste.courriel, source.poste.poste];
      const person = source.personnes[id];
      if (!person) return null;
      return [id, person.nom, person.courriel, person.tel, person.poste].filter((text) => text !== undefined);
    },
    messageKey: (id) =>
      decorMails.has(id) ? key('mail-d', id) : events.get(id)?.courriel ? key('mail', id) : null,
    callKey: (id) => key('call', id),
    beatKey(id) {
      const event = events.get(id);
      const [, prefix = 'beat'] = PREFIXES.find(([content]) => event?.[content] !== undefined) ?? [];
      return key(prefix, id);
    },
    fileKey: (id) => key('file', id),
    letterKey: (id) => key('letter', id),
    choiceNumber: (event, line, choice) => choicesOf(event).indexOf(`${line}/${choice}`) + 1
  };
}

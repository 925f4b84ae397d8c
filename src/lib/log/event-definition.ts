import * as v from 'valibot';
import { DomainError } from '../kernel/domain-error';
import type { Author, DeskEvent, Gesture } from './entry';

/** The one declaration of an event type: its current version, who may write it, and the schema of its payload. */
export interface EventDefinition<T extends string = string, D = unknown> {
  readonly type: T;
  /** Current version; every older one has an upcaster. */
  readonly version: number;
  readonly by: Author;
  readonly schema: v.GenericSchema<unknown, D>;
  /** `upcasters[i]` turns a payload of version `i + 1` into version `i + 2`. */
  readonly upcasters: readonly ((payload: never) => unknown)[];
  /** Makes the gesture; types check the payload, `parseGesture` checks it again at the server's door. */
  (payload: D): Gesture<T, D>;
  /** Narrows an event of a fold to this type. */
  is(event: DeskEvent): event is DeskEvent<D> & { type: T };
}

/**
 * Declares an event.
 * @example const mailRead = defineEvent('mail.read', 'candidate', v.object({ mail: v.string() }));
 */
export function defineEvent<const T extends string, D>(
  type: T,
  by: Author,
  schema: v.GenericSchema<unknown, D>,
  upcasters: readonly ((payload: never) => unknown)[] = []
): EventDefinition<T, D> {
  const version = upcasters.length + 1;
  const make = (payload: D): Gesture<T, D> => ({ type, v: version, d: payload });
  return Object.assign(make, {
    type,
    version,
    by,
    schema,
    upcasters,
    is: (event: DeskEvent): event is DeskEvent<D> & { type: T } => event.type === type
  }) as EventDefinition<T, D>;
}

/** All the event types that a log may hold, by type. */
export type EventRegistry = ReadonlyMap<string, EventDefinition>;

/** Gathers definitions. Throws on a type declared twice or on a missing upcaster: a fault of the program. */
export function eventRegistry(
  ...groups: readonly (readonly EventDefinition<never, never>[])[]
): EventRegistry {
  const registry = new Map<string, EventDefinition>();
  for (const definition of groups.flat() as unknown as EventDefinition[]) {
    if (registry.has(definition.type)) throw new Error(`event ${definition.type} is declared twice`);
    registry.set(definition.type, definition);
  }
  return registry;
}

/**
 * Checks a gesture that comes from outside.
 * @throws DomainError `event.unknown-type`, `event.not-yours`, `event.unknown-version`, `event.malformed`
 */
export function parseGesture(registry: EventRegistry, by: Author, raw: Gesture): Gesture {
  const definition = registry.get(raw.type);
  if (!definition)
    throw new DomainError('event.unknown-type', `no event type ${raw.type}`, { type: raw.type });
  if (definition.by !== by)
    throw new DomainError('event.not-yours', `${raw.type} is not written by ${by}`, { type: raw.type });
  if (raw.v !== definition.version)
    throw new DomainError('event.unknown-version', `${raw.type} has no version ${raw.v}`, {
      type: raw.type,
      v: raw.v
    });
  const result = v.safeParse(definition.schema, raw.d);
  if (!result.success)
    throw new DomainError('event.malformed', `${raw.type}: ${result.issues[0].message}`, {
      type: raw.type,
      path: v.getDotPath(result.issues[0])
    });
  return { type: raw.type, v: raw.v, d: result.output };
}

/** Brings an event of an older version to the current one, so that folds know one shape only. */
export function upcast<E extends Gesture>(registry: EventRegistry, event: E): E {
  const definition = registry.get(event.type);
  if (!definition || event.v === definition.version) return event;
  let payload: unknown = event.d;
  for (let version = event.v; version < definition.version; version++) {
    payload = definition.upcasters[version - 1]!(payload as never);
  }
  return { ...event, v: definition.version, d: payload };
}

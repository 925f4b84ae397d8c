import { deskEvents } from '../desk/desk-events';
import type { Exporter } from '../desk/app-model';
import { engineEvents, familiarisationFinished, familiarisationResumed } from '../engine/events';
import { eventRegistry, type EventDefinition } from '../log/event-definition';
import { scriptEvents } from '../log/script-vocabulary';
import type { DeskProgram } from '../sitting/context.server';
import { sittingEvents } from '../sitting/events';
import { agendaExporter } from './agenda/files.server';
import { chatExporter } from './chat/files.server';
import { factsOf } from './facts';
import { channelModels } from './channel-models';
import { productionsFor } from './hand-in/productions';
import { lightModels } from './light-models';
import { mailExporter } from './mail/files.server';
import { models } from './models';
import { notesExporter } from './notes/files.server';
import { ordersExporter } from './orders/files.server';
import { phoneExporter } from './phone/files.server';
import { receptionExporter } from './reception/files.server';
import { postExporter } from './post/files.server';
import { sheetExporter } from './sheet/files.server';
import { textExporter } from './text/files.server';

/** Productions as standard files, application by application. */
export const exporters: readonly Exporter[] = [
  textExporter,
  sheetExporter,
  agendaExporter,
  mailExporter,
  ordersExporter,
  phoneExporter,
  chatExporter,
  receptionExporter,
  postExporter,
  notesExporter
];

const modelEvents = models.flatMap((model) => model.events);

/** Every event type that a log may hold: applications, desk, script, engine, and what happens around the desk. */
export const registry = gather(
  ...modelEvents,
  ...deskEvents,
  ...scriptEvents,
  ...engineEvents,
  ...sittingEvents
);

/** The types that a candidate's browser may send; identity and hand have endpoints of their own. */
const gestures = gather(
  ...[...modelEvents, ...deskEvents].filter(({ by }) => by === 'candidate'),
  familiarisationFinished as unknown as EventDefinition,
  familiarisationResumed as unknown as EventDefinition
);

/** The applications as the server runs them. */
export const deskProgram: DeskProgram = {
  models,
  lightModels: new Set([...lightModels, ...channelModels].map(({ id }) => id)),
  registry,
  gestures,
  factsOf,
  productionsFor
};

/** The registry of definitions whose payload types are forgotten: the schemas check them. */
function gather(...definitions: readonly EventDefinition[]) {
  return eventRegistry(definitions as unknown as readonly EventDefinition<never, never>[]);
}

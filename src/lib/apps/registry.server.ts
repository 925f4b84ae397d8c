import { deskEvents } from '../desk/desk-events';
import type { Exporter, FactsOf } from '../desk/app-model';
import { engineEvents, familiarisationFinished, familiarisationResumed } from '../engine/events';
import { eventRegistry, type EventDefinition } from '../log/event-definition';
import { scriptEvents } from '../log/script-vocabulary';
import type { DeskProgram } from '../sitting/context.server';
import { sittingEvents } from '../sitting/events';
import { agendaFacts } from './agenda/facts';
import { agendaExporter } from './agenda/files.server';
import { chatFacts } from './chat/facts';
import { chatExporter } from './chat/files.server';
import { dossierFacts } from './dossier/facts';
import { filesFacts } from './files/facts';
import { handInFacts } from './hand-in/facts';
import { lightModels } from './light-models';
import { mailFacts } from './mail/facts';
import { mailExporter } from './mail/files.server';
import { models } from './models';
import { notesFacts } from './notes/facts';
import { notesExporter } from './notes/files.server';
import { ordersFacts } from './orders/facts';
import { ordersExporter } from './orders/files.server';
import { phoneFacts } from './phone/facts';
import { phoneExporter } from './phone/files.server';
import { receptionFacts } from './reception/facts';
import { receptionExporter } from './reception/files.server';
import { postFacts } from './post/facts';
import { postExporter } from './post/files.server';
import { factsOf as sheetFacts } from './sheet/facts';
import { sheetExporter } from './sheet/files.server';
import { textFacts } from './text/facts';
import { textExporter } from './text/files.server';

/** What the script and the evidence may see, application by application. */
const facts: readonly FactsOf[] = [
  mailFacts,
  phoneFacts,
  chatFacts,
  receptionFacts,
  postFacts,
  ordersFacts,
  textFacts,
  sheetFacts,
  agendaFacts,
  filesFacts,
  handInFacts,
  notesFacts,
  dossierFacts
];

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
  lightModels: new Set(lightModels.map(({ id }) => id)),
  registry,
  gestures,
  factsOf: (event, desk) => facts.flatMap((read) => read(event, desk))
};

/** The registry of definitions whose payload types are forgotten: the schemas check them. */
function gather(...definitions: readonly EventDefinition[]) {
  return eventRegistry(definitions as unknown as readonly EventDefinition<never, never>[]);
}

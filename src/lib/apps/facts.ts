import type { FactsOf } from '../desk/app-model';
import { completeFacts } from '../log/facts';
import { agendaFacts } from './agenda/facts';
import { chatFacts } from './chat/facts';
import { dossierFacts } from './dossier/facts';
import { filesFacts } from './files/facts';
import { handInFacts } from './hand-in/facts';
import { mailFacts } from './mail/facts';
import { notesFacts } from './notes/facts';
import { ordersFacts } from './orders/facts';
import { phoneFacts } from './phone/facts';
import { postFacts } from './post/facts';
import { receptionFacts } from './reception/facts';
import { factsOf as sheetFacts } from './sheet/facts';
import { textFacts } from './text/facts';

const readers: readonly FactsOf[] = [
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

/** What the script and the evidence may see of an event, application by application: on the server, and where an author tries. */
export const factsOf: FactsOf = (event, desk) => completeFacts(readers.flatMap((read) => read(event, desk)));

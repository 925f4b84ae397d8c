import type { FactsOf } from '../../desk/app-model';
import * as events from './events';
import type { ChatState } from './model';

/** What the script and the evidence may see of the instant messages. A notice is read once: its first opening counts. */
export const chatFacts: FactsOf = (event, desk) => {
  if (events.chatSent.is(event))
    return [{ fait: 'discussion.envoyee', avec: event.d.person, texte: event.d.text }];
  if (events.chatChosen.is(event))
    return [{ fait: 'discussion.choix', avec: event.d.person, choix: event.d.k }];
  if (events.chatRead.is(event)) return [{ fait: 'discussion.lue', avec: event.d.person }];
  if (events.noticeRead.is(event)) {
    const { notice: id } = event.d;
    const notice = desk.state<ChatState>('chat').notices.find((item) => item.id === id);
    return notice?.readMs === event.t ? [{ fait: 'annonce.lue', annonce: id }] : [];
  }
  return [];
};

import type { DeskReader, Exporter, StandardFile } from '../../desk/app-model';
import { formatDay } from '../../kernel/format-fr';
import { parseStory } from '../../kernel/story-time';
import { clockOf } from '../../desk/talk/turn';
import type { ChatState, Conversation } from './model';
import { personOf } from './people';

function transcript(desk: DeskReader, name: string, { messages }: Conversation): string {
  const day = formatDay(parseStory(desk.scene.storyStart) ?? 0);
  const lines = messages.map(
    ({ mine, text, atMs }) =>
      `${clockOf(desk.scene, atMs)}  ${mine ? desk.scene.post.role : name}\u00a0: ${text}`
  );
  return [`Discussion avec ${name}, ${day}`, '', ...lines, ''].join('\n');
}

/** One conversation per UTF-8 text file with Windows line ends, in the order of the directory. */
export const chatExporter: Exporter = {
  app: 'chat',
  exportAll(desk) {
    const { conversations } = desk.state<ChatState>('chat');
    const nameOf = (id: string) => personOf(desk.scene.people, id).name;
    const files = Object.entries(conversations)
      .filter(([, { messages }]) => messages.length > 0)
      .map(([person, conversation]): StandardFile => {
        const name = nameOf(person);
        const text = transcript(desk, name, conversation).replace(/\r?\n/g, '\r\n');
        return {
          name: `Discussion avec ${name}.txt`,
          mediaType: 'text/plain; charset=utf-8',
          bytes: new TextEncoder().encode(text)
        };
      });
    return Promise.resolve(files.toSorted((a, b) => a.name.localeCompare(b.name, 'fr')));
  }
};

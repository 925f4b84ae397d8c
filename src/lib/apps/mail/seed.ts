import { parseStory } from '../../kernel/story-time';
import type { Scene, SceneMessage } from '../../scene/scene';
import { FIXED_FOLDERS, INBOX, type MailState, type Message } from './types';

function fromDecor(message: SceneMessage, startMs: number): Message {
  const { cc = [], at, ...rest } = message;
  return {
    ...rest,
    cc,
    bcc: [],
    at: parseStory(at) ?? startMs,
    flagged: false,
    reported: false,
    answered: false,
    forwarded: false,
    high: false
  };
}

/** The box as the candidate finds it. */
export function openMail(scene: Scene): MailState {
  const startMs = parseStory(scene.storyStart) ?? 0;
  const { address, signature, folders, messages } = scene.mail;
  const named = [...folders, ...messages.map((message) => message.folder)];
  return {
    address,
    signature,
    startMs,
    folders: [...new Set(named)].filter((folder) => !FIXED_FOLDERS.includes(folder)),
    messages: Object.fromEntries(messages.map((message) => [message.id, fromDecor(message, startMs)])),
    drafts: {},
    view: { folder: INBOX, mail: null }
  };
}

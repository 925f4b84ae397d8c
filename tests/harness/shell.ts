import type { TreeState } from '$lib/desk/files/model';
import type { DeskPort, ShellService } from '$lib/desk/port';

/** The shell's services by the browser's own questions, for a window mounted alone. */
export function harnessShell(desk: () => DeskPort): ShellService {
  return {
    openFile: (file) => console.info('openFile', file),
    viewAttachment: (attachment) => console.info('viewAttachment', attachment.name),
    openApp: (app, intent) => console.info('openApp', app, intent),
    pickFiles: ({ kinds }) => {
      const files = Object.values(desk().state<TreeState>('tree').files);
      const file = files.find(
        (candidate) => !candidate.trashed && !candidate.frozen && (!kinds || kinds.includes(candidate.kind))
      );
      return Promise.resolve(file ? [file.id] : null);
    },
    saveAs: ({ suggestedName }) => Promise.resolve({ name: suggestedName, folder: null }),
    confirm: ({ title }) => Promise.resolve(window.confirm(title)),
    notify: (notice) => console.info('notify', notice.title, notice.body),
    print: (title) => console.info('print', title),
    call: (number) => console.info('call', number)
  };
}

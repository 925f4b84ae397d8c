import type { Gesture } from '../log/entry';
import { fileCopied, fileCreated, type TreeState } from './files/model';
import type { FileService } from './port';

/** Media types of the documents that Plateau's own editors make. */
const MEDIA_TYPES = {
  text: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  sheet: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
  image: 'image/png',
  audio: 'audio/mpeg',
  other: 'application/octet-stream'
} as const;

/** The file commands, over any port's tree, recorder and source of identifiers. */
export function fileService(host: {
  tree(): TreeState;
  record(...gestures: readonly Gesture[]): void;
  newId(prefix: string): string;
}): FileService {
  return {
    tree: () => host.tree(),
    create({ name, folder, kind, mediaType = MEDIA_TYPES[kind], ...rest }) {
      const file = host.newId('file');
      host.record(fileCreated({ file, name, folder, kind, mediaType, ...rest }));
      return file;
    },
    freeze(file) {
      const source = host.tree().files[file];
      if (!source) throw new Error(`no file ${file} to freeze`);
      const copy = host.newId('copy');
      host.record(fileCopied({ file, copy, name: source.name, folder: null, frozen: true }));
      return copy;
    }
  };
}

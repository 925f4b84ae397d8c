import type { DeskReader, FactsOf } from '../../desk/app-model';
import { fileCopied, fileCreated, fileMoved, fileRenamed, type TreeState } from '../../desk/files/model';

const folderName = (desk: DeskReader, folder: string | null): string =>
  folder === null ? '' : (desk.state<TreeState>('tree').folders[folder]?.name ?? '');

/** `fichier.cree` and `fichier.range { nom, dossier }`: a renamed or moved file counts as filed under its new name or place. */
export const filesFacts: FactsOf = (event, desk) => {
  if (fileCreated.is(event) || (fileCopied.is(event) && !event.d.frozen)) {
    return [{ fait: 'fichier.cree', nom: event.d.name, dossier: folderName(desk, event.d.folder) }];
  }
  if (fileMoved.is(event) || fileRenamed.is(event)) {
    const file = desk.state<TreeState>('tree').files[event.d.file];
    return file ? [{ fait: 'fichier.range', nom: file.name, dossier: folderName(desk, file.folder) }] : [];
  }
  return [];
};

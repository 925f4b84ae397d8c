import { deskModels } from '../desk/desk-models';
import type { AnyModel } from '../desk/fold';
import { dossierModel } from './dossier/model';
import { filesModel } from './files/model';
import { handInModel } from './hand-in/model';
import { mailModel } from './mail/model';
import { notesModel } from './notes/model';
import { phoneModel } from './phone/model';

/** Models that every desk folds from its opening: small, and needed by the taskbar or by several windows. */
export const lightModels: readonly AnyModel[] = [
  ...deskModels,
  mailModel,
  phoneModel,
  notesModel,
  filesModel,
  dossierModel,
  handInModel
] as readonly AnyModel[];

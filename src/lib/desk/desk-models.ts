import { treeModel } from './files/model';
import type { AnyModel } from './fold';
import { shellModel } from './shell/model';
import { tasksModel } from './tasks/model';

/** The models that belong to no application: files and folders, what is asked, windows. Every desk folds them first. */
export const deskModels: readonly AnyModel[] = [treeModel, tasksModel, shellModel] as readonly AnyModel[];

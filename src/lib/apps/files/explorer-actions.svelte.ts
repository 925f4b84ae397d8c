import type { TreeState } from '../../desk/files/model';
import type { DeskPort } from '../../desk/port';
import * as commands from './commands';
import type { Item } from './items';

/** A name to be typed; `accept` returns the words of a refusal, or `null` when it is done. */
export interface NameRequest {
  readonly title: string;
  readonly label: string;
  readonly initial: string;
  readonly confirm: string;
  accept(name: string): string | null;
}

/** The acts of the explorer: asks what has to be asked, records what is allowed, says why it is not. */
export class ExplorerActions {
  readonly #desk: DeskPort;
  naming = $state.raw<NameRequest | null>(null);
  moving = $state.raw<Item | null>(null);

  constructor(desk: DeskPort) {
    this.#desk = desk;
  }

  get #tree(): TreeState {
    return this.#desk.state<TreeState>('tree');
  }

  close(): void {
    this.naming = null;
    this.moving = null;
  }

  askFolder(parent: string | null): void {
    this.naming = {
      title: 'Nouveau dossier',
      label: 'Nom du dossier',
      initial: '',
      confirm: 'Créer',
      accept: (name) => this.#try(commands.createFolder(this.#tree, parent, name, this.#desk.newId('folder')))
    };
  }

  askRename(item: Item): void {
    this.naming = {
      title: `Renommer « ${item.name} »`,
      label: 'Nouveau nom',
      initial: item.name,
      confirm: 'Renommer',
      accept: (name) => {
        const { files, folders } = this.#tree;
        return this.#try(
          item.type === 'file'
            ? commands.renameFile(this.#tree, files[item.id]!, name)
            : commands.renameFolder(this.#tree, folders[item.id]!, name)
        );
      }
    };
  }

  askMove(item: Item): void {
    this.moving = item;
  }

  finishMove(folder: string | null): void {
    if (this.moving) this.moveTo(this.moving.id, folder);
    this.moving = null;
  }

  moveTo(id: string, folder: string | null): void {
    const tree = this.#tree;
    const file = tree.files[id];
    const moved = tree.folders[id];
    if (file) this.#say(this.#try(commands.moveFile(tree, file, folder)));
    else if (moved) this.#say(this.#try(commands.moveFolder(tree, moved, folder)));
  }

  copy(item: Item): void {
    const file = this.#tree.files[item.id];
    if (file)
      this.#say(this.#try(commands.copyFile(this.#tree, file, file.folder, this.#desk.newId('file'))));
  }

  restore(item: Item): void {
    const file = this.#tree.files[item.id];
    if (file) this.#say(this.#try(commands.restoreFile(file)));
  }

  async remove(item: Item): Promise<void> {
    const folder = this.#tree.folders[item.id];
    if (item.type === 'folder' && folder) {
      const outcome = commands.removeFolder(this.#tree, folder);
      if ('refusal' in outcome) return this.#say(outcome.refusal);
    }
    const sure = await this.#desk.shell.confirm({
      title: `Supprimer « ${item.name} » ?`,
      body:
        item.type === 'file'
          ? 'Le fichier va dans la corbeille, d’où il peut être restauré.'
          : 'Ce dossier vide sera supprimé.',
      confirm: 'Supprimer',
      danger: true
    });
    const file = this.#tree.files[item.id];
    if (!sure) return;
    if (file) this.#say(this.#try(commands.trashFile(file)));
    else if (folder) this.#say(this.#try(commands.removeFolder(this.#tree, folder)));
  }

  #try(outcome: commands.Outcome): string | null {
    if ('refusal' in outcome) return outcome.refusal;
    this.#desk.record(...outcome.gestures);
    return null;
  }

  #say(refusal: string | null): void {
    if (refusal) this.#desk.shell.notify({ title: 'Ce n’est pas possible', body: refusal, tone: 'warn' });
  }
}

import type { DeskReader, FactsOf } from '../../desk/app-model';
import type { TreeState } from '../../desk/files/model';
import type { Fact } from '../../log/facts';
import * as events from './events';
import { entryNumber, type Entry, type Mode, type PostState } from './state';

const MODES: Readonly<Record<Mode, string>> = {
  green: 'lettre verte',
  tracked: 'lettre suivie',
  registered: 'recommandé avec AR'
};

const folderName = (desk: DeskReader, folder: string | null): string =>
  folder === null ? '' : (desk.state<TreeState>('tree').folders[folder]?.name ?? '');

function entryFact(entry: Entry): Fact {
  const { sender, addressee, nature, subject, tracking, service } = entry;
  const numero = entryNumber(entry);
  return {
    fait: 'pli.enregistre',
    ...(entry.letter && { pli: entry.letter }),
    sens: entry.direction === 'arrival' ? 'arrivee' : 'depart',
    numero,
    expediteur: sender,
    destinataire: addressee,
    nature,
    objet: subject,
    recommande: tracking,
    texte: [numero, sender, addressee, nature, subject, tracking, service].filter(Boolean).join(' ')
  };
}

/** What the script and the evidence may see of the paper post. Identifiers of letters are the opaque ones of the desk. */
export const postFacts: FactsOf = (event, desk) => {
  const post = () => desk.state<PostState>('post');
  if (events.letterOpened.is(event)) {
    const { letter: pli } = event.d;
    // Not of one that never came, nor of one that had left the desk sealed: what is inside is told on this fact.
    const opened = post().letters.some(({ id, openedMs }) => id === pli && openedMs !== undefined);
    return opened ? [{ fait: 'pli.ouvert', pli }] : [];
  }
  if (events.letterStamped.is(event)) return [{ fait: 'pli.tamponne', pli: event.d.letter }];
  if (events.letterDistributed.is(event)) {
    const { letter: pli, to: pour } = event.d;
    const ouvert = post().letters.find(({ id }) => id === pli)?.openedMs !== undefined;
    return [{ fait: 'pli.distribue', pli, pour, ouvert }];
  }
  if (events.letterScanned.is(event)) {
    const { letter: pli, name: nom, folder } = event.d;
    return [{ fait: 'pli.numerise', pli, nom, dossier: folderName(desk, folder) }];
  }
  if (events.letterFiled.is(event))
    return [{ fait: 'pli.classe', pli: event.d.letter, classeur: event.d.binder }];
  if (events.letterThrown.is(event)) return [{ fait: 'pli.jete', pli: event.d.letter }];
  if (events.letterTakenBack.is(event)) return [{ fait: 'pli.repris', pli: event.d.letter }];
  if (events.entryMade.is(event) || events.entryCorrected.is(event)) {
    const { entry } = event.d;
    const made = post().entries.find(({ id }) => id === entry);
    return made ? [entryFact(made)] : [];
  }
  if (events.letterSent.is(event)) {
    const { sending, name: nom, recipient: destinataire, mode } = event.d;
    const number = post().sendings.find(({ id }) => id === sending)?.trackingNumber;
    const recommande = mode === 'registered' ? (number ?? '') : '';
    return [{ fait: 'pli.expedie', nom, destinataire, mode: MODES[mode], recommande }];
  }
  return [];
};

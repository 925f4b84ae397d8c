import { expectAccessible } from '../pages/accessible';
import { Correction } from '../pages/correction';
import { Desk } from '../pages/desk';
import { Discussion } from '../pages/discussion';
import { PaperPost } from '../pages/paper-post';
import { Reception } from '../pages/reception';
import { ALICE } from '../pages/session';
import { readLog } from './log-file';
import { verdelisRoom } from './room';
import { enter, expect, test } from './test';

const VISITOR = 'Un chauffeur-livreur, un diable chargé de cartons';
const ANSWER = 'Elle est prise de 14 h à 15 h 30, mais la salle Maine est libre.';

test('a message is answered, a visitor received and the post dealt with, by keyboard, and the jury sees it', async ({
  browser,
  server
}) => {
  const { room, alice, juror: code } = await verdelisRoom(browser, server, 'Secrétariat, mars');
  const { page } = await enter(browser, server, alice);
  const desk = new Desk(page);
  await desk.confirmIdentity(ALICE.name);
  await room.startAll();
  await desk.expectStarted();

  await test.step('a colleague asks, and is answered', async () => {
    await room.trigger('salle_libre');
    await expect(desk.taskbar.getByRole('button', { name: 'Discussion, 1 élément à voir' })).toBeVisible();
    const discussion = await Discussion.open(desk);
    await expect(discussion.person('Sophie Garnier')).toContainText('1 non lu');
    await discussion.show('Sophie Garnier');
    await expect(discussion.person('Sophie Garnier')).not.toContainText('non lu');
    await discussion.write('Sophie Garnier', ANSWER);
    await expect(discussion.messages).toHaveText([
      /La salle Loire est libre vendredi/,
      new RegExp(ANSWER),
      /Merci/
    ]);
    await expectAccessible(page, 'Discussion');
  });

  await test.step('a driver is greeted, written down, announced, let in and seen out', async () => {
    await room.trigger('livraison');
    await expect(Reception.card(desk, VISITOR)).toBeVisible();
    const reception = await Reception.receive(desk);
    await expect(Reception.card(desk, VISITOR)).toBeHidden();
    await expect(reception.transcript).toContainText('une signature ici et je vous laisse');
    await reception.register({
      name: 'Yann Le Goff',
      organisation: 'Transports Ligéria',
      purpose: 'Livraison de chaises',
      host: 'Karim Haddad',
      badge: '4'
    });
    await expect(reception.transcript).toContainText('Alors, cette signature');
    await reception.tell('Karim Haddad');
    await expectAccessible(page, 'Accueil');
    await reception.say('Je compte les cartons avec vous');
    await expect(reception.transcript).toContainText('Onze cartons');
    await reception.speak('Reçu 11 cartons sur 12 : 22 chaises sur 24, il manque 2 chaises');
    await expect(reception.transcript).toContainText('Voilà votre exemplaire');
    await expect(reception.window.getByRole('button', { name: 'Prendre congé' })).toBeHidden();
    await expect(await reception.seeOut('Yann Le Goff')).not.toContainText('dans les locaux');
    await expectAccessible(page, 'Accueil, registre');
  });

  await test.step('a letter is opened, stamped, registered and handed on', async () => {
    const post = await PaperPost.open(desk);
    const letter = await post.show('Terres et Pots');
    await post.openEnvelope(letter);
    await post.stamp(letter);
    await post.register(letter, 'Facture', 'Facture F-26-0412');
    await expectAccessible(page, 'Courrier');
    await post.give(letter, 'Nadia Benali');
  });

  await test.step('the log of the server holds all of it', async () => {
    await expect
      .poll(() => readLog(server.dataDir, ALICE.number).some(({ type }) => type === 'post.distributed'))
      .toBe(true);
    const log = readLog(server.dataDir, ALICE.number).filter(({ by }) => by === 'candidate');
    const last = (type: string) => log.findLast((entry) => entry.type === type)?.d;
    expect(last('chat.sent')).toMatchObject({ person: 'commerciale', text: ANSWER });
    expect(last('reception.registered')).toMatchObject({
      name: 'Yann Le Goff',
      organisation: 'Transports Ligéria',
      host: 'magasinier',
      identity: true,
      badge: '4'
    });
    expect(last('reception.colleague-told')).toMatchObject({ person: 'magasinier' });
    expect(last('reception.departure-noted')).toMatchObject({ badgeReturned: true });
    const { letter } = last('post.opened') as { letter: string };
    expect(last('post.stamped')).toEqual({ letter });
    expect(last('post.entry-made')).toMatchObject({
      letter,
      nature: 'Facture',
      subject: 'Facture F-26-0412'
    });
    expect(last('post.distributed')).toMatchObject({ letter, to: 'comptable' });
  });

  await test.step('the jury finds it, at the moment that it was done', async () => {
    await room.endAll();
    await desk.expectOver();
    const juror = await enter(browser, server, code);
    const copy = await Correction.open(juror.page, ALICE.number);
    const findings = await copy.findings();
    for (const seen of [
      'Salle Maine proposée à Mme Garnier',
      'Chauffeur inscrit au registre des visiteurs',
      'Livraison comptée et réserves précises écrites (22 chaises sur 24)',
      'Facture de Terres et Pots enregistrée avant 9 h 30',
      'Facture de Terres et Pots transmise à la comptable'
    ])
      await expect(findings.getByRole('listitem').filter({ hasText: seen })).toContainText(/^vu/);
    await expect(await copy.momentOf('Salle Maine proposée à Mme Garnier')).toContainText(ANSWER);
    await expect(await copy.momentOf('Chauffeur inscrit au registre')).toContainText(
      'Visiteur inscrit au registre'
    );
    await expect(await copy.deskAt('End')).toContainText('Remis à Nadia Benali');
  });
});

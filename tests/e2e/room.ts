import { expect, type APIRequestContext, type Browser } from '@playwright/test';
import { Session } from '../pages/session';
import type { PlateauServer } from './server';
import { arrive, enter } from './test';

/** The proctor's commands without the board, for journeys that are about something else. */
export class Room {
  private constructor(
    readonly request: APIRequestContext,
    readonly session: string
  ) {}

  /** The room of the demonstration, or of the proctor whose code is given. */
  static async of(browser: Browser, server: PlateauServer, code?: string): Promise<Room> {
    const { page } = code ? await enter(browser, server, code) : await arrive(browser, server, 'surveillant');
    await page.waitForURL(/\/surveillance\/\w+/);
    const session = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    const { request } = page.context();
    // The board's own stream is of no use here.
    await page.close();
    return new Room(request, session);
  }

  async startAll(): Promise<void> {
    await this.#do({ do: 'start', sitting: null });
  }

  async endAll(): Promise<void> {
    await this.#do({ do: 'end', sitting: null, confirmation: 'TERMINER' });
  }

  /** Lets everybody go on who was paused, by an outage or by hand. */
  async resumeAll(): Promise<void> {
    await this.#do({ do: 'resume', sitting: null });
  }

  async trigger(beat: string): Promise<void> {
    await this.#do({ do: 'trigger', sitting: null, beat });
  }

  async #do(command: Readonly<Record<string, unknown>>): Promise<void> {
    const response = await this.request.post('/api/surveillance/commandes', {
      data: { ...command, session: this.session }
    });
    expect(response.status(), await response.text()).toBe(200);
  }
}

/** The four-hour exam in a session of its own, open: its room, and the codes of Alice and of a juror. */
export async function verdelisRoom(
  browser: Browser,
  server: PlateauServer,
  name: string
): Promise<{ readonly room: Room; readonly alice: string; readonly juror: string }> {
  const { page } = await arrive(browser, server, 'responsable');
  const [alice, proctor, juror] = await Session.opened(
    page,
    { name, scenario: 'Verdelis\u00a0: une matinée au secrétariat (SA-2017)' },
    ['Surveillant', 'Odile Perrin'],
    ['Juré', 'Sophie Vasseur']
  );
  return { room: await Room.of(browser, server, proctor), alice, juror };
}

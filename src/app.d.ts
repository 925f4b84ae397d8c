import type { Account } from '$lib/sessions/account';
import type { Plateau } from './plateau.server';

declare global {
  namespace App {
    interface Error {
      /** Stable code of the error (see `kernel/domain-error.ts`), for the screen to choose its words. */
      code?: string;
      /** Mark of an unexpected fault in the server's log. */
      errorId?: string;
    }
    interface Locals {
      /** Who asks, once the session cookie has been checked; `null` for a visitor. */
      account: Account | null;
      /** What use cases need of the world: the first argument of every one of them. */
      plateau: Plateau;
    }
  }
}

export {};

import type { Account } from '$lib/sessions/account';

declare global {
  namespace App {
    interface Error {
      /** Stable code of the error (see `kernel/domain-error.ts`), for the screen to choose its words. */
      code?: string;
    }
    interface Locals {
      /** Who asks, once the session cookie has been checked; `null` for a visitor. */
      account: Account | null;
    }
  }
}

export {};

import { AsyncLocalStorage } from 'node:async_hooks';

/** Knows, along the chain of calls, whether a business transaction is open. */
const transactions = new AsyncLocalStorage<{ open: boolean }>();

/**
 * Throws when called inside `Database.write`: on SQLite the inner write would wait for ever for the outer one.
 * A fault of the program, found on both engines.
 */
export function refuseNesting(): void {
  if (transactions.getStore()?.open)
    throw new Error('a write was started inside another one: use its transaction');
}

/** Runs a transaction's work so that `refuseNesting` sees it. */
export async function marked<T>(work: () => Promise<T>): Promise<T> {
  const mark = { open: true };
  try {
    return await transactions.run(mark, work);
  } finally {
    mark.open = false;
  }
}

import { error, json } from '@sveltejs/kit';
import { answerOf, errorBody, isRefusal } from './error-table';

/** Runs the one use case of an endpoint and answers its result, or the refusal, as JSON. */
export async function answerJson(work: () => Promise<unknown>): Promise<Response> {
  return answer(async () => json((await work()) ?? {}));
}

/** Runs the work of an endpoint that makes its own response; refusals become JSON by the one table. */
export async function answer(work: () => Promise<Response>): Promise<Response> {
  try {
    return await work();
  } catch (fault) {
    if (!isRefusal(fault)) throw fault;
    return json(errorBody(fault), { status: answerOf(fault).status });
  }
}

/** Runs the loading of a page; refusals become the error page. */
export async function loadOrRefuse<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (fault) {
    if (!isRefusal(fault)) throw fault;
    const { status, message } = answerOf(fault);
    error(status, { message, code: fault.code });
  }
}

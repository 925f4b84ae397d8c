import { exportScenario } from '$lib/authoring/zip/import.server';
import { answer } from '../../../../../answer.server';
import { disposition } from '../../../../poste/pieces/[hash]/bytes';
import { authoringOf } from '../../../context.server';
import type { RequestHandler } from './$types';

/** The scenario as one .zip. */
export const GET: RequestHandler = ({ locals, params }) =>
  answer(async () => {
    const { fileName, bytes } = await exportScenario(authoringOf(locals), locals.account, params.scenario);
    return new Response(bytes.slice(), {
      headers: {
        'content-type': 'application/zip',
        'content-disposition': disposition('application/zip', fileName),
        'content-length': String(bytes.length)
      }
    });
  });

import { MAX_ADDRESS, MAX_PIECES, MAX_RECIPIENTS } from './events';
import type { CarriedAttachment } from './types';

/** Attachments as events carry them: without the document, which the fold finds again. */
export function leanAttachments(attachments: readonly CarriedAttachment[]) {
  return attachments.slice(0, MAX_PIECES).map(({ name, kind, mediaType, size, blob, file, fromMail }) => ({
    name,
    kind,
    mediaType,
    size,
    ...(blob && { blob }),
    ...(file && { file }),
    ...(fromMail && { fromMail })
  }));
}

/** Recipients as events take them: not too many, none endless. */
export const leanAddresses = (addresses: readonly string[]): string[] =>
  addresses.slice(0, MAX_RECIPIENTS).map((address) => address.slice(0, MAX_ADDRESS));

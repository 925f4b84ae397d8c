import type { CarriedAttachment } from './types';

/** Attachments as events carry them: without the document, which the fold finds again. */
export function leanAttachments(attachments: readonly CarriedAttachment[]) {
  return attachments.map(({ name, kind, mediaType, size, blob, file, fromMail }) => ({
    name,
    kind,
    mediaType,
    size,
    ...(blob && { blob }),
    ...(file && { file }),
    ...(fromMail && { fromMail })
  }));
}

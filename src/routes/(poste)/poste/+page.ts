/** The desk lives in the browser: its editors need a document, and its state comes from the log. */
export const ssr = false;

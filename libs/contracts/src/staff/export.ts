/** Rows that one file of a list may hold; who needs more narrows the filter and takes several. */
export const MAX_EXPORT_ROWS = 100_000;

/** One line of an error summary. `anchor`: id of what it leads to. */
export type ErrorLine = { readonly anchor: string; readonly text: string };

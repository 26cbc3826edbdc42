/** Somebody to write to, as a list says it. */
export type ListedContact = { readonly email: string; readonly name?: string; readonly language?: string };

/** How often somebody tried to sign in, when last, and until when they must wait. */
export type SignInTries = { readonly count: number; readonly last: Date; readonly until?: Date };

/** How many requests came from an address, named by a hash. */
export type RequestCount = { readonly key: string; readonly count: number };

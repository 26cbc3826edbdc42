/** The most bytes one form may carry. Remix has no limit of its own: a 300 MB form would be read into memory. */
export const formBytes = 256_000;

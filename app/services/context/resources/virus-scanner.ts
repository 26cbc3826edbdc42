export type ScanOutcome = "clean" | { readonly found: string };

/** Looks for viruses in files. Throws where the scanner cannot be reached, takes too long or does not take the file. */
export type VirusScanner = { scan(bytes: AsyncIterable<Uint8Array>): Promise<ScanOutcome> };

/** Lists of suppliers that wait to be confirmed, each organisation's for itself. */
export type UploadFiles = {
  /**
   * Keeps bytes until they are dropped; the same bytes are kept once, as if they came at `at`.
   * @returns the name they can be read by, the SHA-256 of the bytes in hex
   */
  keep(org: string, bytes: Uint8Array, at: Date): Promise<string | "disk-full">;
  /** What came after `since` under this name; undefined for anything else, whatever the name is. */
  read(org: string, name: string, since: Date): Promise<Uint8Array | undefined>;
  /** Removes what came before, of every organisation; the number of lists removed. */
  sweep(before: Date): Promise<number>;
};

/** Daily backups, where there is a folder for them. */
export type Backups = {
  /** When a backup was due last, at or before this instant, and when the next one is due. */
  dueAround(now: Date): { readonly last: Date; readonly next: Date };
  /** Makes one and removes those that are past the number kept. @returns its folder, and bytes in all */
  make(at: Date): Promise<{ readonly folder: string; readonly bytes: number }>;
};

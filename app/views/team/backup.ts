/** How old the last backup is. */
export type BackupView = {
  /** When it was made, in words; absent where none was made yet. */
  readonly at?: string;
  /** Whole days since then, or since the organisation was set up. */
  readonly days: number;
  readonly isOld: boolean;
  /** Whether backups are made daily. */
  readonly isDaily: boolean;
};

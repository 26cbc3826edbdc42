/** The most of one file, of one question, of one attestation, and of all that was ever sent to it, in files and bytes. */
export const evidenceLimits = {
  /** 20 MB however a computer counts them: what people see as "20 MB" may be 20 × 1024 × 1024. */
  fileBytes: 20 * 1024 * 1024,
  files: 20,
  bytes: 200 * 1024 * 1024,
  // Without it, sending and removing over and over would fill the disk before anything is swept.
  everBytes: 1000 * 1024 * 1024,
} as const;

import type { ServiceContext } from "#app/services/context/contexts";

/** The most of one question, of one attestation, and of all that was ever sent to it, in files and bytes. */
export const evidenceLimits = {
  files: 20,
  bytes: 200 * 1024 * 1024,
  // Without it, sending and removing over and over would fill the disk before anything is swept.
  everBytes: 1000 * 1024 * 1024,
} as const;

/** The most bytes of one file; a MiB each, because what people see as "20 MB" may be 20 × 1024 × 1024. */
export function fileBytesOf({ config }: Pick<ServiceContext, "config">): number {
  return config.documentMaxMb * 1024 * 1024;
}

/** The most bytes of a file that is held in memory while somebody looks into it, whatever the setting. */
export const lookedIntoBytes = 20 * 1024 * 1024;

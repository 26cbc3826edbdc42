import type { FileChoices, FileRead } from "#app/services/team/supplier-file/file/read-file";

/** Reads the lists that people hand in, apart from everything else: the worst file ends its own reading and nothing more. */
export type ListReader = {
  /** @throws Problem "too-large" for a file that takes more memory or time than any list of suppliers */
  read(bytes: Uint8Array, choices: FileChoices): Promise<FileRead>;
};

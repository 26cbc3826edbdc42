import type { FileChoices, FileRead } from "#app/services/team/supplier-file/file/read-file";
import type { ReadSheet } from "#questionnaires/workbook/sheets";

/** Reads the lists that people hand in, apart from everything else: the worst file ends its own reading and nothing more. */
export type ListReader = {
  /** @throws Problem "too-large" for a file that takes more memory or time than any list of suppliers */
  read(bytes: Uint8Array, choices: FileChoices): Promise<FileRead>;
  /**
   * All sheets of a workbook, or the one sheet that a text is.
   * @throws Problem "too-large" for more than any questionnaire has; "bad-request" for what is neither
   */
  sheets(bytes: Uint8Array): Promise<readonly ReadSheet[]>;
};

import { AnswerFileError } from "./answer-problem";

/** Far more than any answers, and less than a text can hold. */
const mostBytes = 200_000_000;

/** What a file begins with, and what it is then; the longer marks first, for UTF-32 begins as UTF-16 does. */
const beginnings: readonly (readonly [bytes: readonly number[], encoding: string, refused?: string])[] = [
  [[0xff, 0xfe, 0, 0], "", "This is UTF-32"],
  [[0, 0, 0xfe, 0xff], "", "This is UTF-32"],
  [[0xff, 0xfe], "utf-16le"],
  [[0xfe, 0xff], "utf-16be"],
  [[0x7b, 0], "", "This is UTF-16 without its mark"],
  [[0, 0x7b], "", "This is UTF-16 without its mark"],
];

/**
 * The text of an answer file: UTF-8, or UTF-16 with its mark, as Windows PowerShell writes with `>`. A letter that is not
 * sure is not guessed.
 * @throws AnswerFileError that names the encoding and says what to do
 */
export function decodeAnswerFile(bytes: Uint8Array): string {
  if (bytes.length > mostBytes) throw new AnswerFileError("", "The file is larger than 200 MB");
  const [, encoding = "utf-8", refused] =
    beginnings.find(([mark]) => mark.every((byte, at) => bytes[at] === byte)) ?? [];
  if (refused !== undefined) throw new AnswerFileError("", `${refused}: save it as UTF-8`);
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new AnswerFileError("", `The file is not whole ${encoding.toUpperCase()} text: save it as UTF-8`);
  }
}

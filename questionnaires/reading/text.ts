/** Characters that stand for nothing a person typed on purpose, and halves of characters. Tab and line feed stay. */
const noise = /(?![\t\n])[\p{Cs}\p{Cc}\ufeff\ufffe\uffff]/gu;

/** A line as people meant it: NFC, one line, no control characters, no space around it. */
export function cleanLine(typed: string): string {
  return typed.replace(/\s+/gu, " ").replace(noise, "").normalize("NFC").trim();
}

/** Several lines as people meant them; line ends become `\n`. */
export function cleanLines(typed: string): string {
  return typed
    .replace(/\r\n?|[\u2028\u2029]/gu, "\n")
    .replace(noise, "")
    .normalize("NFC")
    .trim();
}

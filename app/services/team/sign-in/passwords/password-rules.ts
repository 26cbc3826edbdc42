import { cleanLine } from "#terms/texts/typed-text";
import common from "./common-passwords.json" with { type: "json" };

/**
 * Characters a password has at least, alone and beside a second factor (NIST SP 800-63B-4, 3.1.1.2), and bytes it may have.
 * The upper limit keeps hashing cheap; nobody types that much, and nothing is ever cut.
 */
export const passwordLimits = { characters: 15, withSecondFactor: 8, bytes: 1000 } as const;

/** A password as it is compared: letters with marks are one character however a keyboard sends them. */
export function normalised(password: string): string {
  return password.normalize("NFC");
}

export function isLongEnough(password: string, least: number = passwordLimits.characters): boolean {
  return [...normalised(password)].length >= least;
}

export function tooLong(password: string): boolean {
  return password.length > passwordLimits.bytes || Buffer.byteLength(password, "utf8") > passwordLimits.bytes;
}

/** Whether it shows nothing: spaces, and marks that nobody sees. */
export function isBlank(password: string): boolean {
  return cleanLine(password) === "";
}

/** The first that everybody would try. */
export function isOwnEmail(password: string, email: string): boolean {
  return folded(password) === folded(email);
}

const known = new Set(common.passwords.split(" ").map(folded));

/** Whether it is one of those that are guessed first, however its letters are cased, or such a one over and over. */
export function isCommon(password: string): boolean {
  const text = folded(password);
  const unit = repeatedUnit(text);
  return known.has(text) || known.has(text.replaceAll(" ", "")) || known.has(unit) || [...unit].length <= 2;
}

function folded(text: string): string {
  return normalised(text).trim().toLowerCase();
}

/** The shortest text that makes the whole when it is written again and again. */
function repeatedUnit(text: string): string {
  // A text lies within its double, the ends left out, only where it repeats; where it is found first is the length of the unit.
  const at = (text + text).indexOf(text, 1);
  return text.slice(0, Math.max(at, 1));
}

// Not the whole grammar of RFC 5322: what mail systems accept in practice, and nothing that could end a header line.
const address =
  /^[^\s@<>()[\],;:\\"\p{Cc}\p{Cf}]{1,64}@[^\s@<>()[\],;:\\"\p{Cc}\p{Cf}]+\.[^\s@<>()[\],;:\\"\p{Cc}\p{Cf}.]{2,}$/u;

/** Whether a text is one plain e-mail address of at most 254 characters (RFC 5321, section 4.5.3). */
export function isEmail(text: string): boolean {
  return text.length <= 254 && address.test(text) && !text.includes("..");
}

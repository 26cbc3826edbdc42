/** Characters and bytes a password may have. The upper limit keeps hashing cheap; nobody types that much. */
export const passwordLimits = { characters: 12, bytes: 1000 } as const;

export function isLongEnough(password: string): boolean {
  return [...password].length >= passwordLimits.characters;
}

export function tooLong(password: string): boolean {
  return password.length > passwordLimits.bytes || Buffer.byteLength(password, "utf8") > passwordLimits.bytes;
}

/** The first that everybody would try. */
export function isOwnEmail(password: string, email: string): boolean {
  return password.trim().toLowerCase() === email.trim().toLowerCase();
}

// Not the whole grammar of RFC 5322: what mail systems accept in practice, and nothing that could end a header line.
const address =
  /^[^\s@<>()[\],;:\\"\p{Cc}\p{Cf}]{1,64}@[^\s@<>()[\],;:\\"\p{Cc}\p{Cf}]+\.[^\s@<>()[\],;:\\"\p{Cc}\p{Cf}.]{2,}$/u;

/** Whether a text is one plain e-mail address of at most 254 characters (RFC 5321, section 4.5.3). */
export function isEmail(text: string): boolean {
  return text.length <= 254 && address.test(text) && !text.includes("..");
}

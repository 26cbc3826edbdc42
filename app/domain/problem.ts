/** What a person cannot correct by typing something else, and the HTTP status it is answered with. */
export const problemStatus = {
  "not-found": 404,
  "not-allowed": 403,
  "sign-in-needed": 401,
  "second-factor-needed": 403,
  /** A person of the team uses a supplier's link as if they were the supplier. */
  "staff-reads-only": 403,
  "link-unknown": 404,
  "link-expired": 410,
  "link-replaced": 410,
  "link-revoked": 410,
  /** A colleague's link: taken back, replaced, or of no use once the answers were sent. */
  "colleague-ended": 410,
  /** A question of a section that somebody else answers. */
  "with-others": 403,
  /** An answer that stays as it was signed, where others are asked again. */
  "stays-as-signed": 403,
  "campaign-closed": 410,
  "campaign-not-launched": 404,
  declined: 410,
  /** What was answered was taken out of the record. */
  "answers-removed": 410,
  "session-missing": 401,
  "cookies-refused": 401,
  "already-submitted": 409,
  "changed-meanwhile": 409,
  /** What is kept is not what was signed or attached. A fault of the record, and no fault of whoever asks for it. */
  "record-changed": 500,
  "too-large": 413,
  "too-many-fields": 413,
  "bad-request": 400,
  "too-often": 429,
  "not-saved": 507,
  /** The record cannot be read. */
  unavailable: 503,
  "setup-done": 410,
  /** A fault of ours, on a page that something was typed on. */
  unexpected: 500,
} as const;

export type ProblemCode = keyof typeof problemStatus;

/** Whether a word is the code of a problem. */
export function isProblemCode(word: string): word is ProblemCode {
  return Object.hasOwn(problemStatus, word);
}

/** Thrown by services; shown by one error boundary in the words of `problems:<code>`. Never holds a sentence. */
export class Problem extends Error {
  readonly status: number;

  constructor(
    readonly code: ProblemCode,
    readonly params: Readonly<Record<string, string | number>> = {},
  ) {
    super(code);
    this.name = "Problem";
    this.status = problemStatus[code];
  }
}

// A full disk, a quota, and a limit on the size of one file.
const noRoom = new Set(["ENOSPC", "EDQUOT", "EFBIG"]);

/** Whether a file could not be written because there is no room for it. */
export function isDiskFull(error: unknown): boolean {
  return error instanceof Error && "code" in error && noRoom.has(String(error.code));
}

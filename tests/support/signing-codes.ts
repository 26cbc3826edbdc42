import type { SigningCode } from "#db/records";
import { now } from "./factories";
import type { Received } from "./mail-server";

/** The code that a mail brings, and what it is for; neither in any other mail. */
export function codeIn({ text = "" }: Pick<Received["mail"], "text">) {
  const code = /^Code: (\d{6})$/m.exec(text)?.[1];
  return code === undefined ? {} : { code, reference: /^Reference: (\S+)$/m.exec(text)?.[1] };
}

/** The code in the newest mail that brings one. */
export function newestCodeIn(received: readonly Received[]): string {
  const codes = received.flatMap(({ mail }) => codeIn(mail).code ?? []);
  const newest = codes.at(-1);
  if (newest === undefined) throw new Error(`no mail of ${received.length} brings a code`);
  return newest;
}

/** Limits that no test reaches. */
export const roomyCodes = { apartMs: 1, most: 1_000, spanMs: 3_600_000 } as const;

/** A code as it is asked for. */
export function aSigningCode(over: Partial<SigningCode> = {}): Omit<SigningCode, "tries"> {
  const code = { org: "organisation-0", attestation: "attestation-0", mail: "mail-0", revision: 1, statementHash: "s" };
  return { ...code, askedAt: now, ...over };
}

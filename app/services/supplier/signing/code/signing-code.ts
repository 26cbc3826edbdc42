import type { CallerContext, ServiceContext } from "#app/services/context/contexts";
import { mailsLeave } from "#app/services/mails/mail-status";
import type { SupplierSession } from "#app/services/supplier/session/supplier-session";
import type { SigningCode } from "#db/records";
import type { SigningCodeRow } from "#db/store";
import { toLatinDigits } from "#questionnaires/reading/digits";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** Five codes within an hour, each with five tries: 25 guesses of a million. */
export const codeLimits = { apartMs: minuteMs, most: 5, spanMs: hourMs } as const;
export const mostTries = 5;
const livesMs = 10 * minuteMs;

/** What a code is good for, and so what it is made from. */
export function factsOf({ org, attestation, mail, revision, statementHash }: Omit<SigningCode, "tries" | "askedAt">) {
  return [org, attestation, mail, String(revision), statementHash];
}

/** Whether a code is past its ten minutes. */
export function isOver({ clock }: Pick<ServiceContext, "clock">, { askedAt }: Pick<SigningCode, "askedAt">): boolean {
  return clock.now().getTime() - askedAt.getTime() >= livesMs;
}

/** `changed`: it was for other answers, another statement or another address. */
export type CodeState = "none" | "live" | "over" | "spent" | "changed";

/** The newest code of an attestation; `isUnsent`: no mail leaves, or this one did not get through, so nobody can have it. */
export type NewestCode = {
  readonly code?: SigningCodeRow;
  readonly state: CodeState;
  readonly isUnsent: boolean;
};

/** Who signs, and so gets the code: the colleague whose session it is, or the contact. */
export function signerOf({ colleague, file }: Pick<SupplierSession, "colleague" | "file">) {
  const { email, erasedAt } = colleague ?? file.contact;
  return { email, isErased: erasedAt !== undefined };
}

export async function newestCode(
  ctx: Pick<CallerContext, "store" | "clock" | "mailer">,
  session: Pick<SupplierSession, "colleague" | "file">,
  statementHash: string,
): Promise<NewestCode> {
  const { file } = session;
  const { email, isErased } = signerOf(session);
  const { org, id, revision } = file.attestation;
  const [code, leaves] = await Promise.all([ctx.store.signingCodes.newest(org, id), mailsLeave(ctx)]);
  const state = code ? stateOf(ctx, code, { email, revision, statementHash }) : "none";
  const isThere = state === "live" && code?.sending?.state === "sent";
  const isStuck = !leaves || isErased || (code !== undefined && gotStuck(ctx, email, code));
  return { code, state, isUnsent: isStuck && !isThere };
}

/** Its mail was given up, or waited for longer than the code lives. It is not asked of a mail of some other day. */
function gotStuck(ctx: Pick<CallerContext, "clock">, email: string, { sending, ...code }: SigningCodeRow): boolean {
  const isRecent = ctx.clock.now().getTime() - code.askedAt.getTime() < codeLimits.spanMs;
  if (!isRecent || sending?.to !== email) return false;
  return sending.state === "failed" || (sending.state === "queued" && isOver(ctx, code));
}

function stateOf(
  ctx: Pick<CallerContext, "clock">,
  code: SigningCodeRow,
  { email, revision, statementHash }: { email: string; revision: number; statementHash: string },
): CodeState {
  if (code.tries >= mostTries) return "spent";
  if (isOver(ctx, code)) return "over";
  const isSame = code.revision === revision && code.statementHash === statementHash && code.sending?.to === email;
  return isSame ? "live" : "changed";
}

/** The six digits that somebody typed, in any script, with spaces and dashes between them; undefined for anything else. */
export function typedCode(text: string): string | undefined {
  const digits = toLatinDigits(text).replace(/[\s\p{Pd}\p{Cf}.]/gu, "");
  return /^\d{6}$/.test(digits) ? digits : undefined;
}

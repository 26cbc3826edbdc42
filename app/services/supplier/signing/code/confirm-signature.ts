import { type Confirmation, masked } from "#app/domain/confirmation";
import type { SupplierContext } from "#app/services/context/contexts";
import type { EventMaker } from "#app/services/context/events";
import { newMail } from "#app/services/mails/new-mail";
import { writeIfOpen } from "#app/services/supplier/session/write-if-open";
import type { Fields } from "#questionnaires/reading";
import { codeLimits, factsOf, mostTries, type NewestCode, newestCode, signerOf, typedCode } from "./signing-code";

/** Why the page asks for a code once more. `after`: from when on another one can be had. */
export type CodeProblem =
  | { readonly kind: "blank" | "over" | "spent" | "changed" | "too-soon" }
  | { readonly kind: "wrong"; readonly left: number }
  | { readonly kind: "too-many"; readonly after: Date };

export type CodeNeeded = { readonly kind: "code"; readonly problem?: CodeProblem };

export type Confirmed = {
  readonly kind: "confirmed";
  readonly confirmation: Confirmation;
  /** The code that the signature spends. */
  readonly code?: { readonly mail: string; readonly most: number };
};

type CodeEvents = EventMaker<"attestation.code-asked" | "attestation.code-wrong">;

/** Buttons of the page that asks for the code; anything else comes from the page of the statement. */
const steps = ["check", "new", "without"] as const;

/**
 * Confirms that whoever signs reads the mail of the contact, or of the colleague who was asked to sign, or asks for a code and sends one where there is none yet.
 * Where no mail leaves, or this one did not get through, signing goes on without.
 */
export async function confirmSignature(
  ctx: SupplierContext,
  event: CodeEvents,
  { fields, statementHash }: { fields: Fields; statementHash: string },
): Promise<Confirmed | CodeNeeded | { readonly kind: "not-saved" }> {
  if (!ctx.mailer) return without("no-mail-server");
  const newest = await newestCode(ctx, ctx.session, statementHash);
  const { state, isUnsent } = newest;
  const pressed = fields.get("codeStep")?.at(-1);
  const step = steps.find((one) => one === pressed) ?? "sign";
  if (step === "check") return check(ctx, event, newest, fields.get("code")?.at(-1) ?? "");
  if (isUnsent) return step === "new" ? { kind: "code" } : without("mail-not-sent");
  if (step === "without" || (step === "sign" && state === "live")) return { kind: "code" };
  return ask(ctx, event, { statementHash, isRepeated: step === "new" });
}

function without(because: "no-mail-server" | "mail-not-sent"): Confirmed {
  return { kind: "confirmed", confirmation: { by: "none", because } };
}

async function check(
  ctx: SupplierContext,
  event: CodeEvents,
  { code, state }: NewestCode,
  text: string,
): Promise<Confirmed | CodeNeeded | { readonly kind: "not-saved" }> {
  if (state !== "live" || code === undefined) {
    return { kind: "code", problem: { kind: state === "spent" || state === "changed" ? state : "over" } };
  }
  const typed = typedCode(text);
  if (typed === undefined) return { kind: "code", problem: { kind: "blank" } };
  const { file } = ctx.session;
  const { org, mail, attestation } = code;
  if (ctx.links.isSigningCode(factsOf(code), typed)) {
    const sentTo = masked(signerOf(ctx.session).email);
    const confirmation = { by: "code", sentTo, sentAt: code.askedAt, at: ctx.clock.now() } as const;
    return { kind: "confirmed", confirmation, code: { mail, most: mostTries } };
  }
  const audit = event("attestation.code-wrong", attestation, { mail, tries: code.tries + 1 });
  const counted = await writeIfOpen(file, async () => ({
    tries: await ctx.store.signingCodes.countWrong({ org, mail, most: mostTries, audit }),
  }));
  if (counted === "not-saved") return { kind: "not-saved" };
  const left = mostTries - (counted.tries ?? mostTries);
  return { kind: "code", problem: left > 0 ? { kind: "wrong", left } : { kind: "spent" } };
}

async function ask(
  ctx: SupplierContext,
  event: CodeEvents,
  { statementHash, isRepeated }: { statementHash: string; isRepeated: boolean },
): Promise<CodeNeeded | { readonly kind: "not-saved" }> {
  const { file, colleague } = ctx.session;
  const { org, id: attestation, revision } = file.attestation;
  const at = ctx.clock.now();
  const mail = newMail(ctx, {
    org,
    id: ctx.ids.next(),
    kind: "code",
    invitation: file.invitation.id,
    ...(colleague ? { colleague: colleague.id } : {}),
    contact: { email: signerOf(ctx.session).email, language: ctx.language },
    at,
  });
  const code = { org, attestation, mail: mail.id, revision, statementHash, askedAt: at };
  const audit = event("attestation.code-asked", attestation, { mail: mail.id, revision });
  const asked = await writeIfOpen(file, () => ctx.store.signingCodes.ask({ code, mail, limits: codeLimits, audit }));
  if (asked === "not-saved") return { kind: "not-saved" };
  if (asked.kind === "asked") {
    ctx.jobs.wake();
    return { kind: "code" };
  }
  // Pressed twice at once: the code that the other press asked for is the one to type.
  if (!isRepeated && (await newestCode(ctx, ctx.session, statementHash)).state === "live") return { kind: "code" };
  return { kind: "code", problem: asked };
}

import { acceptReturnedAnswer } from "#app/services/returns/answers/accept-answer";
import { putReturnedQuestion } from "#app/services/returns/put-question";
import { callBackReturned } from "#app/services/returns/sending/call-back";
import { sendReturned } from "#app/services/returns/sending/send-returned";
import { showReturned } from "#app/services/returns/show-returned";
import { addEvidence } from "#app/services/supplier/evidence/add-evidence";
import type { Mail, User } from "#db/records";
import { asPerson, testContext } from "#tests/support/context";
import { aPdf, pieces } from "#tests/support/documents";
import { anEvent, aUser } from "#tests/support/factories";
import { asSupplier, invite } from "#tests/support/supplier";

/** A supplier that signed, and an analyst of its buyer who returns questions. */
export async function returnScene({
  isAttached = false,
}: {
  /** Whether a file is attached at A2. */
  readonly isAttached?: boolean;
} = {}) {
  const ctx = await testContext();
  const invited = await invite(ctx);
  const supplier = asSupplier(ctx, invited.token);
  await supplier.open();
  if (isAttached) {
    const bytes = pieces(aPdf({ mark: "register" }));
    await addEvidence(await supplier.open(), { question: "A2", name: "register.pdf", bytes });
  }
  await supplier.answersAll();
  const signed = await supplier.submits();
  if (signed.kind !== "submitted") throw new Error(JSON.stringify(signed));
  const { organisation, attestation } = invited;
  const org = organisation.id;
  const add = async (over: Partial<User>) => {
    const user = aUser({ org, ...over });
    await ctx.store.users.add({ user, passwordHash: "of nobody", audit: anEvent() });
    return user;
  };
  const analyst = await add({ role: "analyst", name: "Hana Weber" });
  // Mails leave for the buyer alone: a supplier would need a code to sign.
  const mailer = { send: async () => {}, verify: async () => {}, close: () => {} };
  const asTeam = (user: User) => asPerson({ ...ctx, mailer }, { user, organisation });
  const team = asTeam(analyst);
  const shown = (of = attestation) => showReturned(team, { attestation: of });
  const scene = {
    ...{ ctx, invited, supplier, org, attestation, analyst, team, asTeam, add, shown },
    first: signed.declaration,
    put: (question: string, comment: string, of = attestation) =>
      putReturnedQuestion.submit(team, { attestation: of, question, comment }),
    send: async (given: Partial<{ date: string; name: string; seen: string }> = {}, of = attestation) => {
      const seen = (await shown(of)).list?.seen ?? "nothing";
      return sendReturned.submit(team, { attestation: of, date: "2026-03-20", name: "hide", seen, ...given });
    },
    callBack: () => callBackReturned(team, { attestation }),
    accept: (question: string, of = attestation) => acceptReturnedAnswer(team, { attestation: of, question }),
    sent: (of = attestation) => ctx.store.returns.sent(org, of),
    mails: async (kind: Mail["kind"]) => {
      const { rows } = await ctx.store.mails.list(org, { page: 1, pageSize: 99 });
      const all = await Promise.all(rows.map(({ id }) => ctx.store.mails.get(org, id)));
      return all.flatMap((mail) => (mail?.kind === kind ? [mail] : []));
    },
    /** Whoever holds the link of what is asked again. */
    corrector: async (of = attestation) => {
      const [sent] = await ctx.store.returns.sent(org, of);
      if (!sent) throw new Error("nothing was sent");
      return asSupplier(ctx, ctx.links.tokenFor(sent.invitation, 1));
    },
    events: async () => ctx.store.audit.trail(org, { most: 999 }),
  };
  return scene;
}

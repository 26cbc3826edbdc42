import { and, asc, eq, isNull, max } from "drizzle-orm";
import type { Transaction } from "#db/database/transaction";
import { ConflictError, MissingError } from "#db/errors";
import { type AttestationKey, attestationStates } from "#db/queries/attestations/attestation-state";
import { mailQueue } from "#db/queries/mails/queue-mails";
import type { QueryContext } from "#db/queries/query-context";
import type { Store } from "#db/store";

type Sending = Parameters<Store["returns"]["send"]>[0];

/** Sends the list of what goes back, with everything that its answer begins with. */
export function returnSending(context: QueryContext) {
  const { tables: t, write } = context;
  const { returnedQuestions: q, returns: r, invitations: i } = t;
  const { stateOf } = attestationStates(context);
  const { queueMail } = mailQueue(context);

  /** Holds what was signed until the write is over. Throws MissingError unless it was, and is not void. */
  async function requireReturnable(tx: Transaction, key: AttestationKey) {
    const found = await stateOf(tx, key);
    const [voided] = await tx
      .select({ at: t.voids.voidedAt })
      .from(t.voids)
      .where(and(eq(t.voids.org, key.org), eq(t.voids.attestation, key.id)));
    if (found.state !== "submitted" || voided !== undefined) throw new MissingError("signed attestation", key.id);
  }

  async function isSent(tx: Transaction, { org, id }: AttestationKey): Promise<boolean> {
    const [sent] = await tx
      .select({ id: r.id })
      .from(r)
      .where(and(eq(r.org, org), eq(r.attestation, id), isNull(r.calledBackAt)));
    return sent !== undefined;
  }

  /** Throws ConflictError where the list is not what whoever sends it read. */
  async function requireSame(tx: Transaction, { org, returned, questions }: Sending) {
    const listed = await tx
      .select({ question: q.question, comment: q.comment })
      .from(q)
      .where(and(eq(q.org, org), eq(q.attestation, returned.attestation), isNull(q.return)));
    const said = new Map(listed.map(({ question, comment }) => [question, comment]));
    const isSame = ({ question, comment }: Sending["questions"][number]) => said.get(question) === comment;
    if (listed.length !== questions.length || listed.length === 0 || !questions.every(isSame))
      throw new ConflictError(questions.length, listed.length);
  }

  /** The supplier is asked once more in the same campaign: beside its invitation, which stays what it was. */
  async function invite(tx: Transaction, { org, invitation, correction }: Sending) {
    const { id, campaign, supplier, generation, tokenHash, ...rest } = invitation;
    const asked = and(eq(i.org, org), eq(i.campaign, campaign), eq(i.supplier, supplier));
    const [before] = await tx
      .select({ last: max(i.correction), number: max(i.number) })
      .from(i)
      .where(asked);
    const place = { correction: (before?.last ?? 0) + 1, number: before?.number ?? 0 };
    await tx.insert(i).values({ ...rest, ...place, org, id, campaign, supplier, generation, state: "invited" });
    await tx.insert(t.links).values({ org, invitation: id, generation, tokenHash, state: "active" });
    const number = Number(/\d+$/.exec(correction.reference)?.[0] ?? 0);
    await tx.insert(t.attestations).values({ ...correction, org, invitation: id, number });
  }

  async function copyEvidence(tx: Transaction, { org, returned, correction, evidence }: Sending) {
    const of = and(eq(t.evidence.org, org), eq(t.evidence.attestation, returned.attestation));
    const rows = await tx
      .select()
      .from(t.evidence)
      .where(and(of, isNull(t.evidence.removedAt)))
      .orderBy(asc(t.evidence.position));
    const firsts = new Map<string, string>();
    let position = 0;
    for (const row of rows) {
      const id = evidence.get(row.id);
      if (id === undefined) continue;
      position += 1;
      const first = firsts.get(row.sha256);
      if (first === undefined) firsts.set(row.sha256, id);
      await tx.insert(t.evidence).values({ ...row, id, attestation: correction.id, position, file: first ?? null });
    }
  }

  async function copyAnswers(tx: Transaction, { org, returned, correction, answers, stands }: Sending) {
    const { id: attestation } = correction;
    const savedAt = returned.sentAt;
    for (const [at, { question, ...kept }] of answers.entries())
      await tx.insert(t.answers).values({ ...kept, org, attestation, question, revision: 1, order: at + 1, savedAt });
    for (const stand of stands) await tx.insert(t.stands).values({ ...stand, org, attestation });
  }

  const send: Store["returns"]["send"] = (change) =>
    write(
      change.org,
      (outcome: "sent" | "there") => (outcome === "sent" ? change.audit : []),
      async (tx) => {
        const { org, returned, questions, mail } = change;
        const signed = { org, id: returned.attestation };
        await requireReturnable(tx, signed);
        if (await isSent(tx, signed)) return "there";
        await requireSame(tx, change);
        await invite(tx, change);
        await copyAnswers(tx, change);
        await copyEvidence(tx, change);
        await tx.insert(r).values({ ...returned, org, questions: questions.map(({ question }) => question) });
        await tx
          .update(q)
          .set({ return: returned.id })
          .where(and(eq(q.org, org), eq(q.attestation, returned.attestation), isNull(q.return)));
        if (mail) await queueMail(tx, mail);
        return "sent";
      },
    );

  return { send, requireReturnable, isSent };
}

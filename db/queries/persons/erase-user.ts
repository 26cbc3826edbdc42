import { and, eq, isNotNull, or, sql } from "drizzle-orm";
import type { Actor } from "#db/audit";
import type { Transaction } from "#db/database/transaction";
import { MissingError } from "#db/errors";
import type { QueryContext } from "#db/queries/query-context";
import type { Store } from "#db/store";
import { erasedAddress, erasedName } from "#terms/retention/erased";
import { eraseMails } from "./contact-rows";

/** Takes a person of the team out, whose access has ended. */
export function userErasure(context: QueryContext): Store["persons"]["eraseUser"] {
  const { tables: t, write } = context;
  return ({ org, id, at, audit }) =>
    write(
      org,
      (isDone) => (isDone ? [audit] : []),
      async (tx) => {
        const own = and(eq(t.users.org, org), eq(t.users.id, id));
        const { email, disabledAt, erasedAt } = t.users;
        const [user] = await tx.select({ email, disabledAt, erasedAt }).from(t.users).where(own);
        // The last administrator cannot be ended, and so not be erased.
        if (user === undefined || user.disabledAt === null) throw new MissingError("user whose access has ended", id);
        if (user.erasedAt !== null) return false;
        // One address stands for one user of the installation, so that each of them needs one of its own.
        await tx
          .update(t.users)
          .set({ name: erasedName, email: `${erasedAddress}-${id}`, passwordHash: erasedAddress, erasedAt: at })
          .where(own);
        for (const table of [t.teamSessions, t.passwordResets, t.recoveryCodes, t.secondFactors]) {
          await tx.delete(table).where(and(eq(table.org, org), eq(table.user, id)));
        }
        const { email: invited, endedAt } = t.joinings;
        await tx
          .update(t.joinings)
          .set({ email: erasedAddress, endedAt: sql`coalesce(${endedAt}, ${sql.param(at, endedAt)})` })
          .where(and(eq(t.joinings.org, org), or(eq(invited, user.email), eq(sql`lower(${invited})`, user.email))));
        // Mails that tell of what suppliers ask go to people of the team.
        await eraseMails(context, tx, org, user.email.toLowerCase());
        await eraseActor(context, tx, org, id);
        return true;
      },
    );
}

/** Their name as whoever did something, in rows that may change. What is append-only keeps it until it goes as a whole. */
async function eraseActor({ tables: t }: QueryContext, tx: Transaction, org: string, id: string): Promise<void> {
  const { launches: l, legalHolds: h, supplierSessions: s } = t;
  const isTheirs = (actor: Actor | null): actor is Actor & { readonly kind: "person" } =>
    actor?.kind === "person" && actor.id === id;
  const erased: Actor = { kind: "person", id, name: erasedName };
  for (const { campaign, actor } of await tx.select().from(l).where(eq(l.org, org))) {
    const own = and(eq(l.org, org), eq(l.campaign, campaign));
    if (isTheirs(actor)) await tx.update(l).set({ actor: erased }).where(own);
  }
  for (const hold of await tx.select().from(h).where(eq(h.org, org))) {
    const own = and(eq(h.org, org), eq(h.id, hold.id));
    if (isTheirs(hold.placedBy)) await tx.update(h).set({ placedBy: erased }).where(own);
    if (isTheirs(hold.liftedBy)) await tx.update(h).set({ liftedBy: erased }).where(own);
  }
  const standIns = and(eq(s.org, org), isNotNull(s.standIn));
  for (const { sessionHash, standIn } of await tx.select().from(s).where(standIns)) {
    if (standIn?.user === id) await tx.delete(s).where(and(eq(s.org, org), eq(s.sessionHash, sessionHash)));
  }
}

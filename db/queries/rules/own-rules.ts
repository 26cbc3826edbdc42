import { and, asc, count, desc, eq, inArray, isNotNull, isNull, max, ne, or } from "drizzle-orm";
import { ConflictError, MissingError } from "#db/errors";
import type { QueryContext } from "#db/queries/query-context";
import { withoutNulls } from "#db/queries/without-nulls";
import type { OwnRuleSet } from "#db/records";
import type { NamedRuleSet, OwnRuleStore } from "#db/store/rules/own-rules";

export function ownRuleQueries({ tables: t, read, write }: QueryContext): OwnRuleStore {
  const { ownRuleSets: r, rulesInForce: f, users: u } = t;
  const oneOf = (org: string, id: string) => and(eq(r.org, org), eq(r.id, id));
  const isDraft = and(isNull(r.publishedAt), isNull(r.withdrawnAt));

  async function named(org: string, sets: readonly OwnRuleSet[]): Promise<readonly NamedRuleSet[]> {
    const people = new Set(
      sets.flatMap(({ draftedBy, publishedBy = "", withdrawnBy = "" }) => [draftedBy, publishedBy, withdrawnBy]),
    );
    const users = await read
      .select({ id: u.id, name: u.name })
      .from(u)
      .where(and(eq(u.org, org), inArray(u.id, [...people])));
    const nameOf = new Map(users.map(({ id, name }) => [id, name]));
    return sets.map((rules) => {
      const [publisher, withdrawer] = [nameOf.get(rules.publishedBy ?? ""), nameOf.get(rules.withdrawnBy ?? "")];
      return {
        ...{ ...rules, drafter: nameOf.get(rules.draftedBy) ?? "" },
        ...(publisher === undefined ? {} : { publisher }),
        ...(withdrawer === undefined ? {} : { withdrawer }),
      };
    });
  }

  return {
    async list(org) {
      const rows = await read.select().from(r).where(eq(r.org, org)).orderBy(asc(r.position));
      return named(
        org,
        rows.map((row) => withoutNulls(row)),
      );
    },
    async get(org, id) {
      const rows = await read.select().from(r).where(oneOf(org, id));
      const [found] = await named(
        org,
        rows.map((row) => withoutNulls(row)),
      );
      return found;
    },
    async published(org) {
      const own = and(eq(r.org, org), isNotNull(r.publishedAt));
      return read
        .select({ org: r.org, id: r.id, fingerprint: r.fingerprint })
        .from(r)
        .where(own)
        .orderBy(asc(r.position));
    },
    draft: ({ rules, most, audit }) =>
      write(
        rules.org,
        (outcome) => (outcome === "drafted" ? [audit].flat() : []),
        async (tx): Promise<"drafted" | "there" | "full"> => {
          const own = eq(r.org, rules.org);
          const same = or(eq(r.position, rules.position), and(eq(r.title, rules.title), isNull(r.withdrawnAt)));
          const [there] = await tx.select({ id: r.id }).from(r).where(and(own, same)).limit(1);
          if (there !== undefined) return "there";
          const [counted] = await tx.select({ all: count() }).from(r).where(own);
          if ((counted?.all ?? 0) >= most) return "full";
          await tx.insert(r).values(rules);
          return "drafted";
        },
      ),
    settle: ({ org, id, fingerprint, as, at, by, audit }) =>
      write(org, audit, async (tx) => {
        const mine = and(oneOf(org, id), eq(r.fingerprint, fingerprint), isDraft);
        const isPublished = as === "published";
        const [settled] = await tx
          .update(r)
          .set(isPublished ? { publishedAt: at, publishedBy: by } : { withdrawnAt: at, withdrawnBy: by })
          .where(isPublished ? and(mine, ne(r.draftedBy, by)) : mine)
          .returning({ id: r.id });
        if (settled === undefined) throw new MissingError("draft rule set for them", id);
      }),
    async inForce(org) {
      const { questionnaire, ruleSet, reason, at, by } = f;
      return read
        .select({ org: f.org, questionnaire, ruleSet, reason, at, by, name: u.name })
        .from(f)
        .innerJoin(u, and(eq(u.org, f.org), eq(u.id, f.by)))
        .where(eq(f.org, org))
        .orderBy(desc(f.position));
    },
    choose: ({ after, audit, ...chosen }) =>
      write(chosen.org, audit, async (tx) => {
        const [before] = await tx
          .select({ last: max(f.position) })
          .from(f)
          .where(eq(f.org, chosen.org));
        const last = before?.last ?? 0;
        if (last !== after) throw new ConflictError(after, last);
        await tx.insert(f).values({ ...chosen, position: last + 1 });
      }),
  };
}

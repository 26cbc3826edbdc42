import { and, count, desc, eq, getTableColumns, gt, isNull, lt } from "drizzle-orm";
import { MissingError } from "#db/errors";
import { columnsOf } from "#db/queries/columns";
import type { QueryContext } from "#db/queries/query-context";
import { withoutNulls } from "#db/queries/without-nulls";
import type { ApiKeyStore } from "#db/store/api/api-keys";
import { apiAnswerQueries } from "./api-answers";

export function apiKeyQueries(context: QueryContext): ApiKeyStore {
  const { tables: t, read, write, writeUnaudited } = context;
  const k = t.apiKeys;
  const { keyHash: _, ...key } = getTableColumns(k);
  const one = (org: string, id: string) => and(eq(k.org, org), eq(k.id, id));
  const { user, organisation } = columnsOf(t);

  return {
    ...apiAnswerQueries(context),

    async list(org) {
      const rows = await read
        .select({ ...key, by: t.users.name })
        .from(k)
        .innerJoin(t.users, and(eq(t.users.org, k.org), eq(t.users.id, k.madeBy)))
        .where(eq(k.org, org))
        .orderBy(desc(k.createdAt), desc(k.id));
      return rows.map((row) => withoutNulls(row));
    },

    make: ({ key: made, keyHash, most, audit }) =>
      write(
        made.org,
        (outcome) => (outcome === "made" ? [audit] : []),
        async (tx): Promise<"made" | "full"> => {
          const [counted] = await tx
            .select({ all: count() })
            .from(k)
            .where(and(eq(k.org, made.org), isNull(k.revokedAt), gt(k.expiresAt, made.createdAt)));
          if ((counted?.all ?? 0) >= most) return "full";
          await tx.insert(k).values({ ...made, keyHash });
          return "made";
        },
      ),

    revoke: ({ org, id, at, audit }) =>
      write(org, audit, async (tx) => {
        const gone = await tx
          .update(k)
          .set({ revokedAt: at })
          .where(and(one(org, id), isNull(k.revokedAt)))
          .returning({ id: k.id });
        if (gone.length === 0) throw new MissingError("key that opens something", id);
      }),

    async open(hash, now) {
      const [row] = await read
        .select({
          ...{ key, user, organisation },
          secondFactorSetAt: t.secondFactors.setAt,
          secondFactorRoles: t.accessRules.secondFactorRoles,
        })
        .from(k)
        .innerJoin(t.users, and(eq(t.users.org, k.org), eq(t.users.id, k.madeBy)))
        .innerJoin(t.organisations, eq(t.organisations.id, k.org))
        .leftJoin(t.secondFactors, and(eq(t.secondFactors.org, k.org), eq(t.secondFactors.user, k.madeBy)))
        .leftJoin(t.accessRules, eq(t.accessRules.org, k.org))
        .where(and(eq(k.keyHash, hash), isNull(k.revokedAt), gt(k.expiresAt, now), isNull(t.users.disabledAt)));
      return (
        row && {
          key: withoutNulls(row.key),
          user: withoutNulls(row.user),
          organisation: row.organisation,
          hasSecondFactor: row.secondFactorSetAt !== null,
          needsSecondFactor: row.secondFactorRoles?.includes(row.user.role) ?? false,
        }
      );
    },

    touch: ({ org, id, at }) =>
      writeUnaudited(async (tx) => {
        await tx
          .update(k)
          .set({ lastUsedAt: at })
          .where(and(one(org, id), isNull(k.revokedAt)));
      }),

    forget: (before) =>
      writeUnaudited(async (tx) => {
        const a = t.apiAnswers;
        const gone = await tx.delete(a).where(lt(a.begunAt, before)).returning({ name: a.name });
        return gone.length;
      }),
  };
}

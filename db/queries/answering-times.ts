import { and, desc, eq } from "drizzle-orm";
import type { Store } from "#db/store";
import type { QueryContext } from "./query-context";
import { withoutNulls } from "./without-nulls";

export function answeringTimeQueries({ tables: t, read, writeUnaudited }: QueryContext): Store["times"] {
  const { attestations: a, invitations: i, answeringTimes: kept } = t;
  type Version = Parameters<Store["times"]["get"]>[0];
  const keptOf = ({ org, questionnaire, version }: Version) =>
    and(eq(kept.org, org), eq(kept.questionnaire, questionnaire), eq(kept.version, version));

  return {
    async get(of) {
      const { whole, sections } = kept;
      const [row] = await read.select({ whole, sections }).from(kept).where(keptOf(of));
      return row;
    },
    keep: ({ org, questionnaire, version, whole, sections }) =>
      writeUnaudited(async (tx) => {
        await tx
          .insert(kept)
          .values({ org, questionnaire, version, whole, sections })
          .onConflictDoUpdate({
            target: [kept.org, kept.questionnaire, kept.version],
            set: { whole, sections },
          });
      }),
    async versions(org) {
      return read
        .selectDistinct({ org: a.org, questionnaire: a.questionnaire, version: a.version })
        .from(a)
        .where(and(eq(a.org, org), eq(a.state, "submitted")));
    },
    async signed({ org, questionnaire, version }, most) {
      const rows = await read
        .select({ id: a.id, startedAt: a.startedAt })
        .from(a)
        .innerJoin(i, and(eq(i.org, a.org), eq(i.id, a.invitation)))
        .where(
          and(
            eq(a.org, org),
            eq(a.questionnaire, questionnaire),
            eq(a.version, version),
            eq(a.state, "submitted"),
            // Whoever is asked again about a few answers has most of them there already.
            eq(i.correction, 0),
          ),
        )
        .orderBy(desc(a.submittedAt), desc(a.id))
        .limit(most);
      return rows.map((row) => withoutNulls(row));
    },
  };
}

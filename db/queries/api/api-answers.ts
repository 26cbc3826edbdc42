import { and, eq, isNull, lt } from "drizzle-orm";
import type { QueryContext } from "#db/queries/query-context";
import type { ApiKeyStore, ApiRequest, ApiRequestState } from "#db/store/api/api-keys";

/** What requests that may be sent twice were answered. */
export function apiAnswerQueries({
  tables: { apiAnswers: a },
  writeUnaudited,
}: QueryContext): Pick<ApiKeyStore, "begin" | "end"> {
  const one = ({ org, key, name }: ApiRequest) => and(eq(a.org, org), eq(a.key, key), eq(a.name, name));

  return {
    begin: ({ at, staleBefore, ...asked }) =>
      writeUnaudited(async (tx): Promise<ApiRequestState> => {
        await tx.delete(a).where(and(one(asked), isNull(a.status), lt(a.begunAt, staleBefore)));
        const begun = await tx
          .insert(a)
          .values({ ...asked, begunAt: at })
          .onConflictDoNothing()
          .returning({ name: a.name });
        if (begun.length > 0) return { state: "begun" };
        const [known] = await tx.select().from(a).where(one(asked));
        if (known?.request !== asked.request) return { state: "other-request" };
        if (known.status === null || known.body === null) return { state: "running" };
        return { state: "answered", status: known.status, body: known.body };
      }),

    end: ({ answer, ...asked }) =>
      writeUnaudited(async (tx) => {
        if (answer) await tx.update(a).set(answer).where(one(asked));
        else await tx.delete(a).where(one(asked));
      }),
  };
}

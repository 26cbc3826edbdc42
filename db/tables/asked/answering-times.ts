import type { Kit } from "#db/database/kit";
import type { AnsweringTime } from "#db/records";
import type { OrganisationTables } from "#db/tables/organisations";

export function answeringTimeTables(k: Kit, { organisations }: OrganisationTables) {
  /** How long people took with a version of a questionnaire: medians that name nobody, worked out anew each day. */
  const answeringTimes = k.table(
    "answering_times",
    {
      org: k
        .str("org")
        .notNull()
        .references(() => organisations.id),
      questionnaire: k.str("questionnaire").notNull(),
      version: k.int("version").notNull(),
      /** Of all sections together. */
      whole: k.json<AnsweringTime>("whole").notNull(),
      sections: k.json<Readonly<Record<string, AnsweringTime>>>("sections").notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.org, t.questionnaire, t.version] })],
  );
  return { answeringTimes };
}

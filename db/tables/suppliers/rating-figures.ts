import type { Kit } from "#db/database/kit";
import type { AttestationTables } from "#db/tables/attestations";
import type { Band } from "#terms/bands";

export function ratingFigureTables(k: Kit, { ratings }: AttestationTables) {
  /**
   * What pictures count of each rating, beside it and in a tenth of its size. Written by the same write, and nothing that a rating
   * does not say.
   */
  const ratingFigures = k.table(
    "rating_figures",
    {
      org: k.str("org").notNull(),
      supplier: k.str("supplier").notNull(),
      position: k.int("position").notNull(),
      rating: k.str("rating").notNull(),
      attestation: k.str("attestation").notNull(),
      createdAt: k.time("created_at").notNull(),
      ruleSet: k.str("rule_set").notNull(),
      edition: k.str("edition").notNull(),
      questionnaire: k.str("questionnaire").notNull(),
      band: k.word<Band>("band").notNull(),
      score: k.real("score").notNull(),
      /** `FigureLine`s as JSON: read by whoever needs them alone. */
      lines: k.str("lines").notNull(),
    },
    (t) => [
      k.primaryKey({ columns: [t.org, t.supplier, t.position] }),
      // By which it is known at once whether there is anything new.
      k.index("rating_figures_newest").on(t.org, t.createdAt),
      k.foreignKey({
        columns: [t.org, t.supplier, t.position],
        foreignColumns: [ratings.org, ratings.supplier, ratings.position],
      }),
    ],
  );
  return { ratingFigures };
}

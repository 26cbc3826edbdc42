import { and, asc, count, eq, isNull, max, sql } from "drizzle-orm";
import type { QueryContext } from "#db/queries/query-context";
import { isNotArchived } from "#db/queries/suppliers/marks/archived";
import type { Store } from "#db/store";
import type { CountedRating, FigureLine } from "#db/store/attestations/ratings";
import type { Rating } from "#scoring/rating";
import { countAll } from "./supplier-counts";

type Rated = {
  readonly org: string;
  readonly id: string;
  readonly supplier: string;
  readonly position: number;
  readonly attestation: string;
  readonly createdAt: Date;
  readonly rating: Rating;
};

/** The row that pictures read instead of a rating. */
export function ratingFigures({ id, rating, ...rated }: Rated) {
  return {
    ...rated,
    rating: id,
    ruleSet: rating.ruleSet.id,
    edition: rating.edition.id,
    questionnaire: rating.questionnaire.id,
    band: rating.band,
    score: rating.score,
    lines: JSON.stringify(linesOf(rating)),
  };
}

function linesOf({ steps, floor }: Rating): readonly FigureLine[] {
  const given = steps.flatMap(({ kind, code, points }): FigureLine[] =>
    kind === "inherent" || kind === "adverse" ? [[kind, code, points]] : [],
  );
  return [...given, ...(floor?.reasons ?? []).map(({ question }): FigureLine => ["floor", question, 0])];
}

/** What pictures are drawn of. Nothing of it reads a rating itself: those are large. */
export function figureQueries(context: QueryContext): Pick<Store["ratings"], "figures" | "mark"> {
  const { tables: t, read, dialect } = context;
  const { ratingFigures: f, suppliers: s, voids: v } = t;
  const { supplier, position, createdAt, ruleSet, edition, questionnaire, band, score, rating, lines } = f;
  const selection = {
    counted: { supplier, position, createdAt, ruleSet, edition, questionnaire, band, score },
    kept: { rating, lines },
    place: { country: s.country, newest: s.rating },
  };
  // Prepared, and made into rows by hand: 100,000 rows are read in a third of the time.
  const prepare = () =>
    dialect.reader(
      read
        .select(selection)
        .from(f)
        .innerJoin(s, and(eq(s.org, f.org), eq(s.id, supplier)))
        .leftJoin(v, and(eq(v.org, f.org), eq(v.attestation, f.attestation)))
        .where(
          and(
            eq(f.org, sql.placeholder("org")),
            sql`(${supplier}, ${position}) > (${sql.placeholder("after")}, ${sql.placeholder("position")})`,
            isNull(v.attestation),
            isNotArchived(t),
          ),
        )
        .orderBy(asc(supplier), asc(position))
        .limit(sql.placeholder("most"))
        .prepare(),
      selection,
      [],
    );
  let ask: ReturnType<typeof prepare> | undefined;

  return {
    async figures(org, { after = { supplier: "", position: 0 }, most }) {
      ask ??= prepare();
      const rows = await ask({ org, after: after.supplier, position: after.position, most });
      return rows.map(({ counted, kept, place }): CountedRating => {
        const of = { ...counted, country: place.country };
        // Written by this program alone, out of `FigureLine`s.
        return kept.rating === place.newest ? { ...of, lines: JSON.parse(kept.lines) as readonly FigureLine[] } : of;
      });
    },
    async mark(org) {
      const [made] = await read
        .select({ ratings: count(), newest: max(createdAt) })
        .from(f)
        .where(eq(f.org, org));
      const [voided] = await read.select({ voids: count() }).from(v).where(eq(v.org, org));
      const { archived } = await countAll(context, org);
      return `${made?.ratings ?? 0} ${made?.newest?.getTime() ?? 0} ${voided?.voids ?? 0} ${archived}`;
    },
  };
}

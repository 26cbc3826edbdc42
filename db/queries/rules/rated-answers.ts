import { and, asc, eq, gt, gte, inArray, isNotNull, lte, type SQL, sql } from "drizzle-orm";
import { documentsOf } from "#db/queries/attestations/attestation-details";
import type { QueryContext } from "#db/queries/query-context";
import { isNotArchived } from "#db/queries/suppliers/marks/archived";
import { bandCondition, suppliersWhere } from "#db/queries/suppliers/supplier-conditions";
import type { RatedAnswerStore, RatedAnswers } from "#db/store/rules/rated-answers";
import type { SupplierFilter } from "#db/supplier-table";
import { bands } from "#terms/bands";

export function ratedAnswerQueries(context: QueryContext): RatedAnswerStore {
  const { tables: t, read, dialect } = context;
  const { suppliers: s, attestations: a, invitations: i, campaigns: c, ratings: r } = t;
  const { id, ref, name, country, score, band, questionnaire, ruleSet, edition } = s;
  const selection = {
    supplier: { id, ref, name, country },
    standing: { score, band, questionnaire, ruleSet, edition },
    rating: { ratedAt: r.createdAt, given: r.given },
    campaign: { regimes: c.regimes, modules: c.modules },
    answers: dialect.answersByQuestion(t, a),
    documents: dialect.evidence(t, a),
  };

  function answersWhere(where: SQL | undefined) {
    return read
      .select(selection)
      .from(s)
      .innerJoin(r, and(eq(r.org, s.org), eq(r.id, s.rating)))
      .innerJoin(a, and(eq(a.org, s.org), eq(a.id, s.attestation)))
      .innerJoin(i, and(eq(i.org, a.org), eq(i.id, a.invitation)))
      .innerJoin(c, and(eq(c.org, i.org), eq(c.id, i.campaign)))
      .where(where);
  }
  type Row = Awaited<ReturnType<typeof answersWhere>>[number];

  function answersOf({ supplier, standing, rating, campaign, answers, documents }: Row): RatedAnswers {
    return {
      supplier,
      ...campaign,
      ratedAt: rating.ratedAt,
      ...(rating.given && { given: rating.given }),
      score: standing.score ?? 0,
      band: bands[standing.band ?? 0] ?? "low",
      questionnaire: standing.questionnaire ?? "",
      ruleSet: standing.ruleSet ?? "",
      edition: standing.edition ?? "",
      // Codes of questions hold nothing that a database would have kept otherwise.
      answers: JSON.parse(answers) as RatedAnswers["answers"],
      evidence: documentsOf(dialect, documents),
    };
  }

  const prepared = new Map<boolean, ReturnType<typeof prepareAfter>>();
  /** The next ones after an id, prepared: a trial asks five hundred times. */
  function prepareAfter(isBounded: boolean) {
    const counting = and(eq(s.org, sql.placeholder("org")), isNotArchived(t), isNotNull(s.rating));
    const from = and(counting, gt(id, sql.placeholder("after")));
    const query = answersWhere(isBounded ? and(from, lte(id, sql.placeholder("until"))) : from)
      .orderBy(asc(id))
      .limit(sql.placeholder("most"))
      .prepare();
    return dialect.reader(query, selection, []);
  }

  async function ids(org: string, part: SupplierFilter): Promise<readonly string[]> {
    const rows = await read
      .select({ id: s.id })
      .from(s)
      .where(
        and(
          ...suppliersWhere(context, org, part),
          bandCondition(context, org, part),
          isNotArchived(t),
          isNotNull(s.rating),
        ),
      )
      .orderBy(asc(s.id));
    return rows.map(({ id: one }) => one);
  }

  return {
    ids,
    async rated(org, part) {
      if (part !== undefined) {
        const found = await ids(org, part);
        return { all: found.length, middle: found[Math.floor(found.length / 2)] };
      }
      // Kept by triggers, where counting would read every supplier.
      const { band, suppliers, org: of } = t.supplierCounts;
      const [counted] = await read
        .select({ all: sql<number>`coalesce(sum(${suppliers}), 0)`.mapWith(Number) })
        .from(t.supplierCounts)
        .where(and(eq(of, org), gte(band, 0)));
      const [everybody] = await read
        .select({ all: sql<number>`coalesce(sum(${suppliers}), 0)`.mapWith(Number) })
        .from(t.supplierCounts)
        .where(eq(of, org));
      const [middle] = await read
        .select({ id: s.id })
        .from(s)
        .where(eq(s.org, org))
        .orderBy(asc(s.id))
        .limit(1)
        .offset(Math.floor((everybody?.all ?? 0) / 2));
      return { all: counted?.all ?? 0, middle: middle?.id };
    },
    async after(org, { after = "", until, most }) {
      const isBounded = until !== undefined;
      const ask = prepared.get(isBounded) ?? prepareAfter(isBounded);
      prepared.set(isBounded, ask);
      return (await ask({ org, after, until, most })).map(answersOf);
    },
    async of(org, suppliers) {
      const rows = await answersWhere(and(eq(s.org, org), inArray(s.id, [...suppliers])));
      return rows.map(answersOf);
    },
  };
}

import { and, asc, eq, gt, gte, inArray, isNotNull, lte, type SQL, sql } from "drizzle-orm";
import { documentsOf, newestAnswersOf } from "#db/queries/attestations/attestation-details";
import type { QueryContext } from "#db/queries/query-context";
import type { RatedAnswerStore, RatedAnswers } from "#db/store/rules/rated-answers";
import { bands } from "#terms/bands";

export function ratedAnswerQueries({ tables: t, read, dialect }: QueryContext): RatedAnswerStore {
  const { suppliers: s, attestations: a, invitations: i, campaigns: c, ratings: r } = t;

  function answersWhere(where: SQL | undefined) {
    return read
      .select({
        supplier: { id: s.id, ref: s.ref, name: s.name, country: s.country },
        ratedAt: r.createdAt,
        score: s.score,
        band: s.band,
        questionnaire: s.questionnaire,
        ruleSet: s.ruleSet,
        edition: s.edition,
        regimes: c.regimes,
        modules: c.modules,
        answers: dialect.newestAnswers(t, a),
        documents: dialect.evidence(t, a),
      })
      .from(s)
      .innerJoin(r, and(eq(r.org, s.org), eq(r.id, s.rating)))
      .innerJoin(a, and(eq(a.org, s.org), eq(a.id, s.attestation)))
      .innerJoin(i, and(eq(i.org, a.org), eq(i.id, a.invitation)))
      .innerJoin(c, and(eq(c.org, i.org), eq(c.id, i.campaign)))
      .where(where);
  }
  type Row = Awaited<ReturnType<typeof answersWhere>>[number];

  function answersOf({ answers, documents, score, band, questionnaire, ruleSet, edition, ...row }: Row): RatedAnswers {
    return {
      ...row,
      score: score ?? 0,
      band: bands[band ?? 0] ?? "low",
      questionnaire: questionnaire ?? "",
      ruleSet: ruleSet ?? "",
      edition: edition ?? "",
      answers: newestAnswersOf(dialect, answers).answers,
      evidence: documentsOf(dialect, documents),
    };
  }

  return {
    async rated(org) {
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
    async after(org, { after, until, most }) {
      const range = and(
        after === undefined ? undefined : gt(s.id, after),
        until === undefined ? undefined : lte(s.id, until),
      );
      const rows = await answersWhere(and(eq(s.org, org), isNotNull(s.rating), range))
        .orderBy(asc(s.id))
        .limit(most);
      return rows.map(answersOf);
    },
    async of(org, suppliers) {
      const rows = await answersWhere(and(eq(s.org, org), inArray(s.id, [...suppliers])));
      return rows.map(answersOf);
    },
  };
}

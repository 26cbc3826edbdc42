import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import type { Answer, Answers, Row } from "#questionnaires/answers";
import { goTogether } from "#questionnaires/reading/relations";
import { readAnswerFile } from "#scoring/answer-files/answer-file";
import { walkWithFacts } from "#scoring/facts";
import { type RateInput, rate } from "#scoring/rate";
import type { Rating } from "#scoring/rating";
import { exampleAnswers, rateAnswers } from "#tests/scoring/rating-support";

const folder = fileURLToPath(new URL("../../../shared/cases/answers-v1/", import.meta.url));
const lines = (name: string) => readFileSync(`${folder}${name}`, "utf8").trim().split("\n");

type Field = Exclude<keyof Rating, "nearest">;

/** Differences that decision 37 names, each with the answers it is about and the fields that it may change. */
const named: Readonly<Record<string, { is(input: RateInput): boolean; changes: readonly Field[] }>> = {
  "a value of which no part counts is no answer": {
    is(input) {
      const { answers, asked } = walkWithFacts(input);
      return [...asked].some((code) => {
        const { value, unsure } = input.answers[code] ?? {};
        return value !== undefined && unsure === undefined && answers[code]?.value === undefined;
      });
    },
    changes: ["confidence", "confidenceParts", "dprkLabour"],
  },
  "a gap silences contradictions 1 and 2 only where it is": {
    is: ({ answers }) =>
      rowsOf(answers, "B1", "sites").some(({ cells }) => cells.workers === undefined) ||
      rowsOf(answers, "D1", "workforce").some(({ cells }) => Object.keys(cells).length < 6) ||
      rowsOf(answers, "D2", "foreign").some(({ cells }) => Object.keys(cells).length < 3),
    changes: ["confidence", "confidenceParts", "contradictions"],
  },
  "a check still to come does not void an older one": {
    is: ({ answers, asOf }) =>
      ["last-check", "last-audit"].some((part) => `${answers.K3?.value?.[part]}` > asOf.slice(0, 7)),
    changes: ["confidence", "confidenceParts"],
  },
  "an end before its begin is no end": {
    is(input) {
      const { questionnaire, answers } = input;
      const { parts = [] } = questionnaire.questions.get("E2") ?? {};
      const orders = questionnaire.questions.get("E8")?.parts.find(({ type }) => type === "table");
      const columns = orders?.type === "table" ? orders.columns : [];
      const rows = rowsOf(answers, "E8", "orders");
      return !goTogether(parts, answers.E2?.value ?? {}) || rows.some(({ cells }) => !goTogether(columns, cells));
    },
    changes: ["confidence", "confidenceParts", "blanks", "dprkLabour", "floor", "steps", "contradictions", "statuses"],
  },
};

function rowsOf(answers: Answers, code: string, part: string): readonly Row[] {
  const rows = answers[code]?.value?.[part];
  return Array.isArray(rows) ? rows.filter((row) => typeof row === "object") : [];
}

/** What holds a band was said in other fields before; its figures are compared. */
function compared({ nearest, ...rating }: Rating): Readonly<Record<string, string>> {
  const { from, to, points, heldByFloor } = nearest ?? {};
  const fields = { ...rating, nearest: nearest && { from, to, points, heldByFloor } };
  return Object.fromEntries(Object.entries(fields).map(([field, value]) => [field, JSON.stringify(value)]));
}

describe.skipIf(!existsSync(folder))(
  "400 files rated before (skipped where ../shared/cases/answers-v1 is not there)",
  () => {
    test("come out byte for byte as they did, but for what decision 37 names", () => {
      const before = lines("ratings-60e6074.ndjson");
      const differing: Record<string, number> = {};
      for (const [at, line] of lines("answers.ndjson").entries()) {
        const { asked: _, ...was } = JSON.parse(before[at] ?? "") as Rating & { asked: unknown };
        const input = readAnswerFile(line, "2025-11-15");
        const [old, now] = [compared(was), compared(rate(input))];
        const fields = Object.keys({ ...old, ...now }).filter((field) => old[field] !== now[field]);
        const reasons = Object.entries(named).filter(([, { is }]) => fields.length > 0 && is(input));
        const allowed = new Set<string>(reasons.flatMap(([, { changes }]) => changes));
        expect([at, fields.filter((field) => !allowed.has(field))]).toEqual([at, []]);
        for (const field of fields) differing[field] = (differing[field] ?? 0) + 1;
      }
      expect(differing).toEqual({
        blanks: 33,
        confidence: 78,
        confidenceParts: 78,
        contradictions: 13,
        dprkLabour: 5,
        floor: 6,
        statuses: 1,
        steps: 6,
      });
    }, 60_000);
  },
);

describe("answers to version 1 by rule set 2026.1", () => {
  const clean = exampleAnswers("clean");
  const rated = (answers: Answers) => rateAnswers({ ...clean, ...answers });
  const years = (from: string, to?: string) => ({ value: { answer: "yes", from, ...(to && { to }) } });

  test.each([
    ["2022-06", "2019-01"],
    ["2019-11", "2018-02"],
    ["2020-01", "2019-12"],
  ])("an end before its begin takes no floor away: %s to %s", (from, to) => {
    const { floor, dprkLabour, score, blanks } = rated({ E2: years(from, to) });
    const open = rated({ E2: years(from) });
    expect([floor?.band, dprkLabour, score]).toEqual(["high", "past-after", open.score]);
    expect(blanks).toContain("E2");
  });

  test("an end that can be is before the cut-off as it was", () => {
    const { floor, dprkLabour, blanks } = rated({ E2: years("2018-06", "2019-01") });
    expect([floor, dprkLabour, blanks.includes("E2")]).toEqual([null, "past-before", false]);
  });

  test("a question of which only a hidden part is given leaves the state unknown", () => {
    const hidden: NonNullable<Answer["value"]>[] = [{ when: "before" }, { when: "still" }, {}];
    for (const value of hidden) {
      const { dprkLabour, statuses } = rated({ E3: { value } });
      expect([dprkLabour, statuses["caatsa-321b"]]).toEqual(["unknown", "unknown"]);
    }
    expect(rated({ E2: { value: { to: "2018-01" } } }).dprkLabour).toBe("unknown");
  });

  test("a document on an answer without any part proves nothing", () => {
    const proven = (value: { answer?: string }) =>
      rated({ E1: { value, evidence: [{ id: "d1", status: "verified" }] } }).confidenceParts.evidence;
    expect(proven({})).toBe(rated({ E1: {} }).confidenceParts.evidence);
    expect(proven({ answer: "no" })).toBeGreaterThan(proven({}));
  });

  test("a check that is still to come leaves an older one its worth", () => {
    const risky = exampleAnswers("worked");
    const fresh = (...dates: (string | undefined)[]) => {
      const [check, audit] = dates;
      const value = { done: "both", ...(check && { "last-check": check }), ...(audit && { "last-audit": audit }) };
      return rateAnswers({ ...risky, K3: { value } }, { asOf: "2025-11-15" }).confidenceParts.freshness;
    };
    expect(fresh("2026-02", "2025-01")).toBe(10);
    expect(fresh("2024-02", "2031-01")).toBe(5);
    expect(fresh("2026-02", "2021-01")).toBe(0);
    expect(fresh("2026-02", "2025-12")).toBe(0);
    expect(fresh("2025-11")).toBe(10);
  });

  test("one row that is not finished does not silence the other sites", () => {
    const site = (id: string, workers: number) => ({
      id,
      cells: { name: id, country: "PT", activity: "Sewing", workers },
    });
    const own = (at: string, workers: number) => ({
      id: `d-${at}`,
      cells: { site: at, own: workers, agency: 0, contractor: 0, trainee: 0, home: 0 },
    });
    const found = (...workforce: { id: string; cells: Record<string, string | number> }[]) =>
      rated({ B1: { value: { sites: [site("s1", 60), site("s2", 20)] } }, D1: { value: { workforce } } })
        .contradictions;
    const unfinished = { id: "d-s2", cells: { site: "s2", own: 10 } };
    expect(found(own("s1", 60), unfinished)).toEqual([]);
    expect(found(own("s1", 50), unfinished)).toEqual(["c1"]);
    expect(found(own("s1", 60), { ...unfinished, cells: { site: "s2", own: 21 } })).toEqual(["c1"]);
  });
});

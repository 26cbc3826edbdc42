import type { Answer, PartValue } from "#questionnaires/answers";
import { ladders } from "#tests/scoring/ladders";

type Value = NonNullable<Answer["value"]>;
/** Answers to one question of version 2 from best to worst. `flags`: its worst has red flags and its best has none. */
type Ladder = { readonly question: string; readonly answers: readonly Value[]; readonly flags?: boolean };

const parts = (question: string, ...answers: Record<string, PartValue>[]): Ladder => {
  return { question, answers, flags: true };
};
const step = (id: string, cells: Record<string, string>) => ({
  id,
  cells: { step: "sewing", country: "VN", ...cells },
});
const visited = { partner: "Anh Dao Sewing", visited: "2025-06" };
const agent = (licence?: string) => [
  { id: "a1", cells: { name: "Agent", country: "NP", role: "recruit", contract: "yes", ...(licence && { licence }) } },
];
const official = (kind: string, state: string) => [{ id: "k1", cells: { kind, state } }];
const found = (...remedied: string[]) =>
  remedied.map((done, place) => ({
    id: `c${place}`,
    cells: { kind: "pay", place: "agent", people: 3, done: "paid back", remedied: done, closed: "yes" },
  }));
const origin = (known: string, papers: string) => [{ id: "o1", cells: { material: "cotton", known, papers } }];

/** Those that version 2 asks otherwise. */
const changed: readonly Ladder[] = [
  parts(
    "C3",
    { origins: origin("country-and-producer", "yes") },
    { origins: origin("country-only", "yes") },
    { origins: origin("neither", "no") },
  ),
  parts("D3", { answer: "direct" }, { answer: "one-agent" }, { answer: "two-or-more" }),
  parts(
    "E2",
    { "since-2018": "no" },
    { "since-2018": "yes", from: "2018-01", to: "2018-06" },
    { "since-2018": "yes", from: "2018-01", to: "2019-12" },
    { "since-2018": "yes", from: "2022-06", to: "unknown" },
  ),
  parts(
    "E3",
    { "since-2018": "no-asked" },
    { "since-2018": "no-not-asked" },
    { "since-2018": "yes", when: "before" },
    { "since-2018": "yes", when: "after" },
    { "since-2018": "yes", when: "still" },
  ),
  parts(
    "E4",
    { steps: [step("t1", visited), step("t2", visited)] },
    { steps: [step("t1", visited), step("t2", { partner: "Anh Dao Sewing" })] },
    { steps: [step("t1", visited), step("t2", { partner: "n/a", visited: "2025-06" })] },
    { steps: [step("t1", { partner: "-" }), step("t2", {})] },
  ),
  parts(
    "E7",
    ...[0, 1, 3, 6].map((bad) => ({
      answer: "yes",
      checks: Object.fromEntries(
        ["identity", "place", "bank-account", "live-video", "equipment", "vendors"].map((id, place) => [
          id,
          place < bad ? "no" : "yes",
        ]),
      ),
      paid: ["own-account"],
    })),
  ),
  parts("F1", { agents: agent("MM-123") }, { agents: agent("N/A") }, { agents: [] }),
  parts(
    "H1",
    { answer: ["own-account-or-card"] },
    { answer: ["own-account-or-card", "cash-payslip"] },
    { answer: ["own-account-or-card", "agent"] },
    { answer: ["own-account-or-card", "agent", "leader-or-state"] },
  ),
  parts("H2", ...[10, 15, 16, 22.5, 29, 30, 80].map((share) => ({ kinds: ["tax-social"], share })), {
    kinds: ["tax-social", "recruitment-debt"],
    share: 80,
  }),
  parts("I1", ...[48, 60, 61, 66, 71, 72, 90].map((hours) => ({ hours, "rest-days": 4 })), {
    hours: 90,
    "rest-days": 1,
  }),
  parts("I1", ...[8, 4, 3, 2, 0].map((days) => ({ hours: 48, "rest-days": days }))),
  {
    question: "J3",
    answers: [
      { answer: { committee: "yes", "no-punishment-rule": "yes" } },
      { answer: { committee: "no", "no-punishment-rule": "no" } },
    ],
  },
  parts(
    "J4",
    { answer: "looked-some", cases: found("all", "all") },
    { answer: "looked-none" },
    { answer: "not-looked" },
    { answer: "looked-some", cases: found("all", "none") },
  ),
  parts(
    "K4",
    { cases: [] },
    { cases: official("us-customs", "lifted") },
    { cases: official("fine", "open") },
    { cases: official("us-customs", "modified") },
  ),
  parts("L1", ...[10, 8, 7, 6, 5, 0].map((answered) => ({ suppliers: 10, asked: 10, answered }))),
  parts(
    "M1",
    { answer: "no-checked", "checked-on": "2025-06-02" },
    { answer: "no-checked", "checked-on": "2024-06-02" },
    { answer: "yes" },
  ),
  parts("M2", { "since-2018": "no" }, { "since-2018": "yes" }),
];

const own = new Set(changed.map(({ question }) => question));

export const ladders2: readonly Ladder[] = [...ladders.filter(({ question }) => !own.has(question)), ...changed];

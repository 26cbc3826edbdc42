import type { Answer, PartValue } from "#questionnaires/answers";

/**
 * Answers to one question from best to worst, written from what they mean for workers and not from the rule set. Only
 * neighbours of one kind are here: whether two agents are worse than no fee rule is nobody's question.
 */
type Ladder = { readonly question: string; readonly answers: readonly NonNullable<Answer["value"]>[] };

const one = (question: string, ...options: string[]): Ladder => ({
  question,
  answers: options.map((answer) => ({ answer })),
});
const several = (question: string, ...options: string[][]): Ladder => ({
  question,
  answers: options.map((answer) => ({ answer })),
});
const parts = (question: string, ...answers: Record<string, PartValue>[]): Ladder => ({ question, answers });
const rows = (ids: string[], bad: number, good = "yes", worse = "no") =>
  Object.fromEntries(ids.map((id, place) => [id, place < bad ? worse : good]));
const matrix = (question: string, ids: string[], good = "yes", worse = "no"): Ladder => ({
  question,
  answers: [0, ...ids.keys()].map((_, bad) => ({ answer: rows(ids, bad, good, worse) })),
});
const step = (id: string, partner?: string) => ({
  id,
  cells: { step: "sewing", country: "VN", ...(partner && { partner }) },
});
const agent = (licence?: string) => [
  { id: "a1", cells: { name: "Agent", country: "NP", role: "recruit", contract: "yes", ...(licence && { licence }) } },
];

export const ladders: readonly Ladder[] = [
  several("B2", ["none"], ["homes"], ["homes", "remote"], ["homes", "remote", "prison"]),
  one("C3", "all", "some", "none"),
  one("D3", "direct", "one-agent", "two-or-more"),
  parts("D4", { answer: 1 }, { answer: 30 }, { answer: 100_000 }),
  several("D5", ["none"], ["under-legal-age"]),
  one("E1", "no", "yes"),
  parts("E2", { answer: "no" }, { answer: "yes", to: "2018-01" }, { answer: "yes", to: "2019-12" }, { answer: "yes" }),
  parts(
    "E3",
    { answer: "no-asked" },
    { answer: "no-not-asked" },
    { answer: "yes", when: "before" },
    { answer: "yes", when: "after" },
    { answer: "yes", when: "still" },
  ),
  parts(
    "E4",
    { steps: [step("t1", "A"), step("t2", "B")] },
    { steps: [step("t1"), step("t2", "B")] },
    { steps: [step("t1"), step("t2")] },
  ),
  parts("E5", { answer: "no" }, { answer: "yes", sender: "other" }, { answer: "yes", sender: "dprk" }),
  matrix("E6", ["cheap-goods", "buy", "joint-venture", "rent-fees", "licences"], "no", "yes"),
  parts(
    "E7",
    { answer: "yes", checks: rows(["identity", "place", "bank-account"], 0), paid: ["own-account"] },
    { answer: "yes", checks: rows(["identity", "place", "bank-account"], 1), paid: ["own-account"] },
    { answer: "yes", checks: rows(["identity", "place", "bank-account"], 3), paid: ["own-account"] },
    { answer: "yes", checks: rows(["identity", "place", "bank-account"], 3), paid: ["own-account", "crypto"] },
  ),
  one("E8", "no", "yes"),
  several(
    "E9",
    ["original-seen", "permit-database"],
    ["original-seen"],
    ["copy-only"],
    ["copy-only", "agents-word"],
    ["none"],
  ),
  parts("F1", { agents: agent("L1") }, { agents: agent() }, { agents: [] }),
  one("F2", "employer-all", "worker-repaid", "no-rule", "worker"),
  one("F2", "employer-all", "employer-part", "worker"),
  several(
    "F3",
    ["none"],
    ["medical"],
    ["medical", "agent-fee"],
    ["medical", "agent-fee", "training", "insurance", "loan-interest"],
  ),
  parts(
    "F4",
    { months: 1, repaid: "all-with-proof" },
    { months: 1, repaid: "part" },
    { months: 1, repaid: "no" },
    { months: 3, repaid: "no" },
  ),
  one("F5", "no", "yes"),
  matrix("F6", ["written", "own-language", "before-travel", "same-terms", "keeps-copy"]),
  several("F7", ["interviews", "agent-audit"], ["interviews"], ["contract-clause"], ["none"]),
  one("G1", "worker", "own-locker", "employer-24h", "employer-other"),
  one("G2", "yes", "limited", "permission", "no"),
  matrix("G3", ["exits-unlocked", "separate-beds", "phones", "visitors", "not-separated", "live-elsewhere"]),
  one("G4", "yes", "fine", "consent", "no"),
  one("G5", "no", "yes-solved", "yes-open"),
  several(
    "H1",
    ["own-account"],
    ["own-account", "cash-payslip"],
    ["own-account", "agent"],
    ["own-account", "agent", "leader-or-state"],
  ),
  parts(
    "H2",
    { kinds: ["tax-social"], share: 10 },
    { kinds: ["tax-social"], share: 20 },
    { kinds: ["tax-social"], share: 40 },
    { kinds: ["tax-social", "recruitment-debt"], share: 40 },
  ),
  one("H3", "no", "late", "kept-back"),
  matrix("H4", ["same-rate", "legal-minimum"]),
  parts(
    "I1",
    { hours: 48, "rest-days": 4 },
    { hours: 61, "rest-days": 4 },
    { hours: 73, "rest-days": 4 },
    { hours: 90, "rest-days": 1 },
  ),
  one("I2", "yes", "no"),
  parts(
    "J1",
    { answer: ["hotline"], languages: "yes", agency: "yes" },
    { answer: ["hotline"], languages: "no", agency: "yes" },
    { answer: ["box"], languages: "no", agency: "no" },
    { answer: ["none"] },
  ),
  matrix("J3", ["committee", "migrants-in-it", "no-punishment-rule"]),
  parts(
    "K1",
    { answer: "signed", points: ["fees", "wages"] },
    { answer: "signed", points: ["fees"] },
    { answer: "unsigned", points: [] },
    { answer: "none" },
  ),
  parts(
    "K2",
    { person: "A", trained: ["managers", "hr", "workers"] },
    { person: "A", trained: ["hr"] },
    { person: "A", trained: ["nobody"] },
  ),
  parts(
    "K3",
    { done: "both", "last-check": "2025-01", "last-audit": "2025-01" },
    { done: "audit", "last-audit": "2025-01" },
    { done: "neither" },
  ),
  parts(
    "K4",
    { answer: "no" },
    { answer: "yes-closed" },
    { answer: "yes-open", kind: "other" },
    { answer: "yes-open", kind: "import-ban" },
  ),
  parts(
    "L1",
    { suppliers: 10, asked: 10, answered: 10 },
    { suppliers: 10, asked: 10, answered: 7 },
    { suppliers: 10, asked: 10, answered: 4 },
    { suppliers: 10, asked: 10, answered: 0 },
    { suppliers: 10, asked: 0, answered: 0 },
  ),
  one("L2", "both", "rules-only", "no"),
  parts(
    "L4",
    { dprk: 0, xinjiang: 0, documents: 0, fees: 0 },
    { dprk: 0, xinjiang: 0, documents: 0, fees: 2 },
    { dprk: 0, xinjiang: 1, documents: 1, fees: 2 },
    { dprk: 1, xinjiang: 1, documents: 1, fees: 2 },
  ),
  one("M1", "no-checked", "no-not-checked", "yes"),
  one("M2", "no", "yes"),
  several("M3", ["order", "invoice", "payment", "transport", "production"], ["order", "invoice"], ["none"]),
  one("N1", "ten-days", "thirty-days", "longer", "no"),
];

import type { Answers } from "#questionnaires/answers";
import { row } from "./company-answers";
import type { Firm } from "./firm";

/** Voice, policy, own suppliers, Xinjiang, records and checks: sections J to O. */
export function managementAnswers(firm: Firm): Answers {
  return { ...voice(firm), ...governance(firm), ...suppliers(firm), ...xinjiang(firm), ...finish(firm) };
}

function voice({ chance, quality, hasAgency }: Firm): Answers {
  const channels = [
    ...(chance.yes(0.5) ? ["trusted-person"] : []),
    ...(chance.yes(0.55) ? ["box"] : []),
    ...(chance.yes(0.15 + 0.45 * quality) ? ["hotline"] : []),
    ...(chance.yes(0.05 + 0.2 * quality) ? ["app"] : []),
    ...(chance.yes(0.2) ? ["union"] : []),
  ];
  const received = chance.weighted([
    [0, 45],
    [2, 20],
    [6, 20],
    [15, 15],
  ] as const);
  const yes = (share: number) => (chance.yes(share) ? "yes" : "no");
  const found = chance.weighted([
    ["looked-none", 30 + 15 * quality],
    ["looked-some", 5 + 15 * quality],
    ["not-looked", 62 - 56 * quality],
  ] as const);
  const remedied = chance.weighted([
    ["all", 30 + 40 * quality],
    ["part", 30],
    ["none", 25 - 20 * quality],
  ] as const);
  const found1 = { kind: "fees-debt", place: "agent", people: 5, done: "Fees were repaid", remedied, closed: "yes" };
  return {
    J1: {
      value:
        channels.length === 0
          ? { answer: ["none"] }
          : {
              answer: channels,
              languages: yes(0.35 + 0.5 * quality),
              agency: hasAgency ? yes(0.6 + 0.3 * quality) : "no-agency-staff",
            },
    },
    J2: { value: { received, solved: Math.round(received * (0.6 + 0.4 * quality)) } },
    J3: {
      value: {
        answer: { committee: yes(0.3 + 0.4 * quality), "no-punishment-rule": yes(0.4 + 0.45 * quality) },
        migrants: yes(0.15 + 0.3 * quality),
      },
    },
    J4: { value: found === "looked-some" ? { answer: found, cases: [row("c1", found1)] } : { answer: found } },
  };
}

function governance({ chance, quality, places }: Firm): Answers {
  const policy = chance.weighted([
    ["signed", 45 + 45 * quality],
    ["unsigned", 18],
    ["none", 30 - 28 * quality],
  ] as const);
  const points = [
    "fees",
    "identity-papers",
    "movement",
    "wages",
    "agents",
    "migrants",
    "dprk",
    "subcontractors",
  ].filter(() => chance.yes(0.35 + 0.5 * quality));
  const trained = ["managers", "hr", "buyers", "agents", "workers"].filter(() => chance.yes(0.2 + 0.55 * quality));
  const done = chance.weighted([
    ["both", 15 + 45 * quality],
    ["check", 22],
    ["audit", 18],
    ["neither", 45 - 40 * quality],
  ] as const);
  const month = () => `${chance.pick([2023, 2024, 2025, 2026])}-0${chance.between(1, 9)}`;
  const ordered = chance.yes(places.some(({ country }) => country === "CN") ? 0.025 : 0.012);
  const cases = ordered
    ? [
        row("k1", {
          kind: chance.pick(["us-customs", "uflpa-list", "court", "fine"]),
          state: chance.pick(["open", "modified", "stayed", "lifted"]),
        }),
      ]
    : [];
  return {
    K1: { value: { answer: policy, ...(policy !== "none" && points.length > 0 && { points }) } },
    K2: { value: { person: "A person", trained: trained.length > 0 ? trained : ["nobody"] } },
    K3: {
      value: {
        done,
        ...((done === "both" || done === "check") && { "last-check": month() }),
        ...((done === "both" || done === "audit") && { "last-audit": month() }),
      },
    },
    K4: { value: { cases } },
  };
}

function suppliers({ chance, quality, trade }: Firm): Answers {
  const some = chance.yes("sector" in trade.makes ? 0.6 : 0.97);
  const count = some ? Math.round(2 * 40 ** chance.share()) : 0;
  const asked = Math.round(count * Math.min(1, (0.25 + 0.85 * quality) * (0.6 + 0.6 * chance.share())));
  const answered = Math.round(asked * (0.5 + 0.5 * chance.share()));
  const link = (share: number) => (answered > 0 && chance.yes(share) ? 1 : 0);
  return {
    L1: { value: { suppliers: count, asked, answered } },
    L2: {
      value: {
        answer: chance.weighted([
          ["both", 15 + 50 * quality],
          ["rules-only", 30],
          ["no", 45 - 40 * quality],
        ] as const),
      },
    },
    L3: { value: { answer: Math.round(100 * chance.share() * (0.3 + 0.7 * quality)) } },
    L4: { value: { dprk: link(0.004), xinjiang: link(0.02), documents: link(0.03), fees: link(0.08) } },
  };
}

function xinjiang({ chance, quality }: Firm): Answers {
  const checked = chance.weighted([
    ["no-checked", 25 + 50 * quality],
    ["no-not-checked", 45 - 30 * quality],
    ["yes", 3],
  ] as const);
  const papers = ["order", "invoice", "payment", "transport", "production"].filter(() =>
    chance.yes(0.3 + 0.5 * quality),
  );
  return {
    M1: {
      value:
        checked === "no-checked"
          ? { answer: checked, "checked-on": `2026-0${chance.between(6, 9)}-15` }
          : { answer: checked },
    },
    M2: { value: { "since-2018": chance.yes(0.015) ? "yes" : "no" } },
    M3: { value: { answer: papers.length > 0 ? papers : ["none"] } },
  };
}

function finish({ chance, quality }: Firm): Answers {
  const checks = [
    ...(chance.yes(0.8) ? ["records"] : []),
    ...(chance.yes(0.1 + 0.3 * quality) ? ["asked-agents"] : []),
    ...(chance.yes(0.1 + 0.3 * quality) ? ["asked-workers"] : []),
    ...(chance.yes(0.15 + 0.3 * quality) ? ["visited"] : []),
  ];
  return {
    N1: {
      value: {
        answer: chance.weighted([
          ["ten-days", 15 + 40 * quality],
          ["thirty-days", 35],
          ["longer", 15],
          ["no", 20 - 15 * quality],
        ] as const),
      },
    },
    O1: { value: { answer: checks.length > 0 ? checks : ["not-checked"] } },
    O2: { value: { name: "A person", job: "Director", sharing: "buyer", authority: "yes" } },
  };
}

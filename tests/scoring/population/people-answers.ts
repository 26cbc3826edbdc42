import type { Answer, Answers, Row } from "#questionnaires/answers";
import { sourcedLists } from "#scoring/editions/index";
import { row } from "./company-answers";
import { type Firm, worseIn } from "./firm";

/**
 * How often something is bad at this supplier, from how often it is at a middling one with workers from elsewhere in a Tier 2
 * country: people who can go home to their own family are seldom held.
 */
function oftener({ quality, places, hasForeign, hasAgency }: Firm): (share: number) => number {
  const exposed = hasForeign ? 1 : hasAgency ? 0.6 : 0.4;
  const worst = Math.max(...places.map(({ country }) => worseIn(country)));
  return (share) => Math.min(0.9, share * (1.5 - 1.3 * quality) * worst * exposed);
}

/** North Korean labour, partners, agents and fees: sections E and F. */
export function labourAnswers(firm: Firm): Answers {
  return { ...northKorea(firm), ...partners(firm), ...identity(firm), ...recruitment(firm) };
}

function northKorea(firm: Firm): Answers {
  const { chance, places } = firm;
  const inHost = places.some(({ country }) => sourcedLists.hostReport(country) !== undefined);
  const often = inHost ? 0.006 : 0.0008;
  const [now, before, partner] = [chance.yes(often), chance.yes(often * 1.5), chance.yes(often * 1.5)];
  const yes = (share: number) => (chance.yes(share) ? "yes" : "no");
  const tainted = (now || before || partner) && chance.yes(0.3);
  return {
    E1: { value: { answer: now ? "yes" : "no" } },
    E2: { value: formerly(firm, now, before) },
    E3: { value: ofPartners(firm, partner) },
    E5: {
      value: chance.yes(0.006) ? { answer: "yes", sender: chance.yes(0.15) ? "dprk" : "other" } : { answer: "no" },
    },
    E6: {
      value: {
        answer: {
          buy: yes(often / 2),
          "joint-venture": yes(often / 4),
          "rent-fees": "no",
          licences: "no",
          "cheap-goods": yes(often * 2),
        },
      },
    },
    E8: { value: tainted ? { answer: "yes", orders: [row("o1", { order: "An order" })] } : { answer: "no" } },
    E10: { value: { answer: ["bank-transfer", "contract"] } },
  };
}

function formerly({ chance }: Firm, now: boolean, before: boolean): NonNullable<Answer["value"]> {
  if (before) return { "since-2018": "yes", from: "2017-03", to: chance.yes(0.5) ? "2021-05" : "2019-06" };
  return now ? { "since-2018": "yes", from: "2020-02", to: "unknown" } : { "since-2018": "no" };
}

function ofPartners({ chance, quality }: Firm, partner: boolean): NonNullable<Answer["value"]> {
  if (partner) return { "since-2018": "yes", when: chance.pick(["still", "after", "before"]) };
  const asked = chance.yes(0.3 + 0.55 * quality);
  return { "since-2018": asked ? "no-asked" : "no-not-asked" };
}

function partners(firm: Firm): Answers {
  const { chance, trade, places, quality } = firm;
  const { steps } = trade;
  const home = places[0]?.country ?? "CN";
  const count = steps !== undefined && chance.yes(steps.share / 100) ? chance.between(1, 5) : 0;
  const rows = Array.from({ length: count }, (_, at) => {
    const named = chance.yes(0.8 + 0.18 * quality);
    const visited = chance.yes(0.35 + 0.45 * quality) ? { visited: `2025-0${chance.between(1, 9)}` } : {};
    const partner = named ? { partner: `Partner ${at} Ltd`, country: home, ...visited } : {};
    return row(`e${at}`, { step: steps === undefined ? "other" : chance.pick(steps.kinds), ...partner });
  });
  const checks = (share: number) => (chance.yes(share + 0.4 * quality) ? "yes" : "no");
  return {
    E4: { value: { steps: rows } },
    E7: {
      value: chance.yes(0.6)
        ? { answer: "no" }
        : {
            answer: "yes",
            checks: {
              identity: checks(0.5),
              place: checks(0.4),
              "bank-account": checks(0.45),
              "live-video": checks(0.3),
              equipment: checks(0.2),
              vendors: checks(0.2),
            },
            paid: chance.yes(0.04) ? ["own-account", "crypto"] : ["own-account"],
          },
    },
  };
}

function identity(firm: Firm): Answers {
  const { chance, quality } = firm;
  const often = oftener(firm);
  const ways = [
    ...(chance.yes(0.5 + 0.45 * quality) ? ["original-seen"] : []),
    ...(chance.yes(0.1 + 0.4 * quality) ? ["permit-database"] : []),
    ...(chance.yes(often(0.3)) ? ["copy-only"] : []),
    ...(chance.yes(often(0.14)) ? ["agents-word"] : []),
  ];
  return { E9: { value: { answer: ways.length > 0 ? ways : ["none"] } } };
}

const feeKinds = [
  "agent-fee",
  "medical",
  "insurance",
  "skills-test",
  "training",
  "tools-uniform",
  "travel-lodging",
  "passport-permit",
  "loan-interest",
] as const;

/** Few pay all fees, and more than do say so. */
function recruitment(firm: Firm): Answers {
  const { chance, quality } = firm;
  const often = oftener(firm);
  const payer = chance.weighted([
    ["employer-all", 25 + 45 * quality],
    ["employer-part", 25 - 10 * quality],
    ["worker-repaid", 8],
    ["worker", 18 - 15 * quality],
    ["no-rule", 16 - 12 * quality],
  ] as const);
  const paid = feeKinds.filter(() => chance.yes(payer === "employer-all" ? often(0.04) : 0.35));
  const contract = (share: number) => (chance.yes(often(share)) ? "no" : "yes");
  const checks = [
    ...(chance.yes(0.15 + 0.5 * quality) ? ["interviews"] : []),
    ...(chance.yes(0.1 + 0.4 * quality) ? ["agent-audit"] : []),
    ...(chance.yes(0.4 + 0.4 * quality) ? ["contract-clause"] : []),
    ...(chance.yes(0.1) ? ["certified-agent"] : []),
  ];
  return {
    F1: {
      value: {
        agents: Array.from({ length: chance.between(1, 3) }, (_, at) => {
          const licence: Row["cells"] = chance.yes(0.6 + 0.35 * quality) ? { licence: `L-${at}4711` } : {};
          const contracted = chance.yes(0.85) ? "yes" : "no";
          return row(`a${at}`, {
            name: `Agent ${at} Ltd`,
            country: "NP",
            role: "recruit",
            contract: contracted,
            ...licence,
          });
        }),
      },
    },
    F2: { value: { answer: payer } },
    F3: { value: { answer: paid.length > 0 ? paid : ["none"] } },
    F4: {
      value: {
        months: chance.weighted([
          [0.5, 30],
          [1, 25],
          [2, 25],
          [4, 14],
          [8, 6],
        ] as const),
        repaid: chance.weighted([
          ["all-with-proof", 8 + 40 * quality],
          ["part", 25],
          ["no", 55 - 40 * quality],
        ] as const),
      },
    },
    F5: { value: { answer: chance.yes(often(0.03)) ? "yes" : "no" } },
    F6: {
      value: {
        answer: {
          written: contract(0.05),
          "own-language": contract(0.16),
          "before-travel": contract(0.14),
          "same-terms": contract(0.05),
          "keeps-copy": contract(0.08),
        },
      },
    },
    F7: { value: { answer: checks.length > 0 ? checks : ["none"] } },
  };
}

/** Papers, movement, housing, pay and hours: sections G to I. */
export function treatmentAnswers(firm: Firm): Answers {
  const { chance } = firm;
  const often = oftener(firm);
  const bad = (share: number) => (chance.yes(often(share)) ? "no" : "yes");
  return {
    G1: {
      value: {
        answer: chance.weighted([
          ["worker", 80],
          ["own-locker", 10],
          ["employer-24h", 100 * often(0.06)],
          ["employer-other", 100 * often(0.03)],
        ] as const),
      },
    },
    G2: {
      value: {
        answer: chance.weighted([
          ["yes", 88],
          ["limited", 100 * often(0.07)],
          ["permission", 100 * often(0.02)],
          ["no", 100 * often(0.004)],
        ] as const),
      },
    },
    G3: {
      value: {
        answer: {
          "exits-unlocked": bad(0.02),
          "separate-beds": bad(0.06),
          phones: bad(0.02),
          visitors: bad(0.12),
          "not-separated": bad(0.07),
          "live-elsewhere": bad(0.12),
        },
      },
    },
    G4: {
      value: {
        answer: chance.weighted([
          ["yes", 88],
          ["fine", 100 * often(0.07)],
          ["consent", 100 * often(0.03)],
          ["no", 100 * often(0.005)],
        ] as const),
      },
    },
    G5: {
      value: {
        answer: chance.weighted([
          ["no", 95],
          ["yes-solved", 4],
          ["yes-open", 100 * often(0.006)],
        ] as const),
      },
    },
    ...pay(firm),
    ...hours(firm),
  };
}

function pay(firm: Firm): Answers {
  const { chance } = firm;
  const often = oftener(firm);
  const ways = [
    "own-account-or-card",
    ...(chance.yes(often(0.18)) ? ["cash-payslip"] : []),
    ...(chance.yes(often(0.05)) ? ["cash-no-payslip"] : []),
    ...(chance.yes(often(0.04)) ? ["agent"] : []),
    ...(chance.yes(often(0.002)) ? ["leader-or-state"] : []),
    ...(chance.yes(0.02) ? ["family-abroad"] : []),
  ];
  const kinds = [
    "tax-social",
    ...(chance.yes(0.4) ? ["housing-food"] : []),
    ...(chance.yes(often(0.05)) ? ["recruitment-debt"] : []),
    ...(chance.yes(often(0.04)) ? ["agent-fee"] : []),
    ...(chance.yes(often(0.05)) ? ["fines"] : []),
  ];
  const bad = (share: number) => (chance.yes(often(share)) ? "no" : "yes");
  return {
    H1: { value: { answer: ways } },
    H2: { value: { kinds, share: Math.min(60, Math.round(3 + 9 * chance.share() + (kinds.length - 1) * 4)) } },
    H3: {
      value: {
        answer: chance.weighted([
          ["no", 90],
          ["late", 100 * often(0.09)],
          ["kept-back", 100 * often(0.02)],
        ] as const),
      },
    },
    H4: { value: { answer: { "same-rate": bad(0.06), "legal-minimum": bad(0.03) } } },
  };
}

function hours(firm: Firm): Answers {
  const { chance } = firm;
  const often = oftener(firm);
  const week = Math.round(42 + 10 * chance.share() + 22 * chance.share() ** 2 * often(0.7));
  const rest = chance.weighted([
    [5, 25],
    [4, 55],
    [3, 100 * often(0.09)],
    [2, 100 * often(0.05)],
    [1, 100 * often(0.02)],
  ] as const);
  return {
    I1: { value: { hours: week, "rest-days": rest } },
    I2: {
      value: {
        answer: chance.weighted([
          ["yes", 80],
          ["no-overtime", 8],
          ["no", 100 * often(0.09)],
        ] as const),
      },
    },
  };
}

import type { DemoSupplier } from "#app/commands/demo/suppliers";
import type { Answers } from "#questionnaires/answers";
import type { Draw } from "./random";
import { many, one, rows, type Site, type Story, yesNo } from "./story";

/** Stands for the nth site of the supplier until its row has an id. */
export const siteMark = (place: number) => `@${place}`;

const headcount = ({ own, agency = 0, contractor = 0, trainee = 0, home = 0 }: Site) =>
  own + agency + contractor + trainee + home;

/**
 * What a firm that takes care answers to every question there is; which of them are asked, the questionnaire decides.
 * @param year of the campaign: dates lie in the months before it
 */
export function carefulAnswers(supplier: DemoSupplier, story: Story, draw: Draw, year: number): Answers {
  return {
    ...companyAnswers(supplier, story, draw),
    ...peopleAnswers(story),
    ...treatmentAnswers(draw),
    ...managementAnswers(supplier, story, draw, year),
  };
}

function companyAnswers(supplier: DemoSupplier, story: Story, draw: Draw): Answers {
  const latin = /^[\p{Script=Latin}\p{P}\p{Z}\p{S}\d]+$/u.test(supplier.name);
  return {
    A1: one("whole"),
    A2: {
      value: {
        name: supplier.name,
        ...(latin ? {} : { "local-name": supplier.name }),
        number: `${supplier.country} ${draw.between(100, 999)}-${draw.between(10_000, 99_999)}`,
        country: supplier.country,
        owners: rows([
          { name: supplier.contact, country: supplier.country, share: draw.between(51, 100), government: "no" },
        ]),
      },
    },
    A3: { value: { name: supplier.contact, job: jobIn(supplier.language), helpers: ["hr", "purchasing"] } },
    B1: {
      value: {
        sites: rows(
          story.sites.map((site) => ({
            name: site.name,
            ...(site.province ? { province: site.province } : {}),
            country: site.country,
            activity: site.activity,
            workers: headcount(site),
          })),
        ),
      },
    },
    B2: many("none"),
    C1: {
      value: {
        goods: rows(
          story.goods.map(({ product, kind = "goods", hs, good, markets = ["us", "eu"] }) => ({
            product,
            kind,
            ...(hs ? { hs } : {}),
            ...(good ? { good } : {}),
            sites: story.sites.map((_, place) => siteMark(place)),
            markets,
          })),
        ),
      },
    },
    C2: { value: { materials: rows((story.materials ?? []).map((material) => ({ ...material }))) } },
    C3: one("all"),
  };
}

const jobs: Readonly<Record<string, string>> = { ar: "مديرة الامتثال", "zh-Hans": "合规经理" };

function jobIn(language: string): string {
  return jobs[language] ?? "Compliance manager";
}

function peopleAnswers({ sites, foreign = [] }: Story): Answers {
  return {
    D1: {
      value: {
        workforce: rows(
          sites.map(({ own, agency = 0, contractor = 0, trainee = 0, home = 0 }, place) => ({
            site: siteMark(place),
            own,
            agency,
            contractor,
            trainee,
            home,
          })),
        ),
      },
    },
    D2: {
      value: {
        foreign: rows(
          foreign.map(({ site, nationality, workers }) => ({ site: siteMark(site), nationality, workers })),
        ),
      },
    },
    D3: one("direct"),
    D4: { value: { answer: 0 } },
    D5: sites.some(({ trainee = 0 }) => trainee > 0)
      ? { value: { answer: ["students-trainees"], sender: ["school"], "age-check": "identity-document" } }
      : many("none"),
    E1: one("no"),
    E2: one("no"),
    E3: one("no-asked"),
    E4: { value: { steps: [] } },
    E5: one("no"),
    E6: yesNo([], ["buy", "joint-venture", "rent-fees", "licences", "cheap-goods"]),
    E7: one("no"),
    E8: one("no"),
    E9: many("original-seen", "permit-database"),
    E10: many("bank-transfer", "contract", "id-kept"),
  };
}

function treatmentAnswers(draw: Draw): Answers {
  const received = draw.between(6, 40);
  return {
    F1: { value: { agents: [] } },
    F2: one("employer-all"),
    F3: many("none"),
    F4: { value: { months: 0.5, repaid: "all-with-proof" } },
    F5: one("no"),
    F6: yesNo(["written", "own-language", "before-travel", "same-terms", "keeps-copy"]),
    F7: many("interviews", "agent-audit"),
    G1: one("worker"),
    G2: one("yes"),
    G3: yesNo(["exits-unlocked", "separate-beds", "phones", "visitors", "not-separated", "live-elsewhere"]),
    G4: one("yes"),
    G5: one("no"),
    H1: many("own-account"),
    H2: { value: { kinds: ["tax-social"], share: draw.between(8, 13) } },
    H3: one("no"),
    H4: yesNo(["same-rate", "legal-minimum"]),
    I1: { value: { hours: draw.between(50, 58), "rest-days": draw.between(4, 6) } },
    I2: one("yes"),
    J1: { value: { answer: ["trusted-person", "hotline"], languages: "yes", agency: "yes" } },
    J2: { value: { received, solved: received - draw.between(0, 4) } },
    J3: yesNo(["committee", "migrants-in-it", "no-punishment-rule"]),
  };
}

function managementAnswers(supplier: DemoSupplier, story: Story, draw: Draw, year: number): Answers {
  const [all, asked, answered] = story.suppliers ?? [draw.between(8, 12), 8, draw.between(6, 8)];
  return {
    K1: {
      value: {
        answer: "signed",
        points: ["fees", "identity-papers", "movement", "wages", "agents", "migrants", "dprk", "subcontractors"],
      },
    },
    K2: { value: { person: supplier.contact, trained: ["managers", "hr", "buyers"] } },
    K3: {
      value: {
        done: "both",
        "last-check": `${year}-0${draw.between(5, 8)}`,
        "last-audit": `${year}-0${draw.between(1, 6)}`,
      },
    },
    K4: one("no"),
    L1: { value: { suppliers: all, asked, answered } },
    L2: one("both"),
    L3: { value: { answer: draw.between(80, 97) } },
    L4: { value: { dprk: 0, xinjiang: 0, documents: 0, fees: 0 } },
    M1: one("no-checked"),
    M2: one("no"),
    M3: many("order", "invoice", "payment", "transport", "production"),
    N1: one("ten-days"),
    ...(story.plans ? { N2: { value: { actions: rows(story.plans.map(({ action: _, ...plan }) => plan)) } } } : {}),
    O1: many("records", "asked-workers", "visited"),
  };
}

import type { FormValues } from "#tests/support/http-client";
import { forcedLabour } from "#tests/support/questionnaires";

/** What is typed or chosen in one field: a text, several choices, or, for a table, a list of lines. `@0` is the first site. */
type Line = Readonly<Record<string, string | readonly string[]>>;
type Typed = string | readonly string[] | readonly Line[];
/** What a firm answers, by question and then by field, as on the pages; an empty list of lines is "there are none". */
export type Firm = Readonly<Record<string, Readonly<Record<string, Typed>>>>;

/** Whether a field is a table, and its lines. */
export function linesOf(question: string, field: string, typed: Typed): readonly Line[] | undefined {
  const part = forcedLabour(1)
    .questions.get(question)
    ?.parts.find(({ id }) => id === field);
  return part?.type === "table" ? (typed as readonly Line[]) : undefined;
}

/** Names and values of what is not a table, with the sites in place of their numbers. */
export function valuesOf(prefix: string, typed: Readonly<Record<string, Typed>>, sites: readonly string[]): FormValues {
  return Object.entries(typed).flatMap(([field, value]) =>
    [value].flat().map((one) => {
      const at = typeof one === "string" ? /^@(\d)$/.exec(one)?.[1] : undefined;
      return [`${prefix}.${field}`, at === undefined ? String(one) : (sites[Number(at)] ?? "")] as const;
    }),
  );
}

const nothingWrong: Firm = {
  E1: { answer: "no" },
  E6: {
    "answer.buy": "no",
    "answer.joint-venture": "no",
    "answer.rent-fees": "no",
    "answer.licences": "no",
    "answer.cheap-goods": "no",
  },
  F5: { answer: "no" },
  G1: { answer: "worker" },
  G2: { answer: "yes" },
  G4: { answer: "yes" },
  H1: { answer: ["own-account"] },
  H3: { answer: "no" },
  I2: { answer: "yes" },
};

/** One site in Portugal, sixty own workers, nobody from abroad, nothing bought from abroad. */
export const cleanFirm: Firm = {
  ...nothingWrong,
  A1: { answer: "whole" },
  A2: { name: "Fiação do Ave, Lda.", number: "PT-501 442", country: "PT", owners: [] },
  A3: { name: "Rita Alves", job: "Human resources", helpers: ["hr"] },
  B1: { sites: [{ name: "Guimarães", country: "PT", activity: "Printing", workers: "60" }] },
  B2: { answer: ["none"] },
  C1: { goods: [{ product: "Printed labels", kind: "goods", hs: "49", sites: ["@0"], markets: ["eu"] }] },
  C2: { materials: [] },
  D1: { workforce: [{ site: "@0", own: "60", agency: "0", contractor: "0", trainee: "0", home: "0" }] },
  D2: { foreign: [], internal: "0" },
  D5: { answer: ["none"] },
  E2: { answer: "no" },
  E3: { answer: "no-asked" },
  E4: { steps: [] },
  J1: { answer: ["trusted-person"], languages: "yes", agency: "no-agency-staff" },
  J2: { received: "2", solved: "2" },
  // Asked until L1 says that all its suppliers answered: silence counts as a risk.
  I1: { hours: "46", "rest-days": "5" },
  J3: { "answer.committee": "yes", "answer.migrants-in-it": "no", "answer.no-punishment-rule": "yes" },
  K2: { person: "Rita Alves", trained: ["managers"] },
  K3: { done: "neither" },
  K1: { answer: "signed", points: ["fees", "wages"] },
  K4: { answer: "no" },
  L1: { suppliers: "4", asked: "4", answered: "4" },
  L4: { dprk: "0", xinjiang: "0", documents: "0", fees: "0" },
  L2: { answer: "both" },
  L3: { answer: "90" },
  N2: { actions: [] },
  N3: { answer: "" },
  O1: { answer: ["records", "asked-workers"] },
};

type Names = {
  readonly firm: string;
  readonly person: string;
  readonly job: string;
  readonly site: string;
  readonly secondSite: string;
  readonly product: string;
  readonly note: string;
  /** Workers of the first site, in the digits of the language. */
  readonly workers: string;
};

/** Sites in China, agency workers and people from abroad, materials, outside work: nearly every question is asked. */
function riskyFirm(names: Names): Firm {
  return {
    ...cleanFirm,
    A1: { answer: "sites", covered: names.note },
    A2: {
      name: names.firm,
      "local-name": names.firm,
      number: "91210600MA0X",
      country: "CN",
      parent: names.firm,
      owners: [{ name: names.person, country: "CN", share: "60", government: "no" }],
    },
    A3: { name: names.person, job: names.job, helpers: ["hr", "agents"] },
    B1: {
      sites: [
        {
          name: names.site,
          address: names.note,
          province: "辽宁",
          country: "CN",
          activity: "缝制",
          workers: names.workers,
        },
        { name: names.secondSite, country: "CN", activity: names.product, workers: "40" },
      ],
    },
    B2: { answer: ["dprk-border"] },
    C1: {
      goods: [
        { product: names.product, kind: "goods", hs: "61", sites: ["@0", "@1"], markets: ["us", "eu"] },
        { product: "IT", kind: "it", sites: ["@1"], markets: ["us"] },
      ],
    },
    C2: { materials: [{ material: "cotton", country: "CN" }] },
    C3: { answer: "some" },
    D1: {
      workforce: [
        { site: "@0", own: "80", agency: "30", contractor: "5", trainee: "5", home: "0" },
        { site: "@1", own: "40", agency: "0", contractor: "0", trainee: "0", home: "0" },
      ],
    },
    D2: {
      foreign: [
        { site: "@0", nationality: "VN", workers: "20" },
        { site: "@0", nationality: "MM", workers: "5" },
      ],
      internal: "10",
    },
    D3: { answer: "two-or-more" },
    D4: { answer: "20" },
    D5: { answer: ["students-trainees"], sender: ["school"], "age-check": "identity-document" },
    E2: { answer: "yes", "from.year": "2018", "from.month": "1", "to.year": "2019", "to.month": "3" },
    E3: { answer: "yes", when: "before" },
    E4: {
      steps: [
        { step: "embroidery", partner: names.firm, country: "CN", "visited.year": "2025", "visited.month": "5" },
        { step: "washing", country: "CN" },
      ],
    },
    E5: { answer: "yes", sender: "other", body: names.note },
    E7: {
      answer: "yes",
      "checks.identity": "yes",
      "checks.place": "yes",
      "checks.bank-account": "no",
      paid: ["own-account"],
    },
    E8: {
      answer: "yes",
      orders: [
        {
          order: "PO-1187",
          "from.year": "2018",
          "from.month": "2",
          "to.year": "2018",
          "to.month": "9",
          place: names.site,
        },
      ],
    },
    E9: { answer: ["original-seen", "permit-database"] },
    E10: { answer: ["bank-transfer", "contract"], notes: names.note },
    F1: { agents: [{ name: names.firm, country: "VN", licence: "L-77", role: "recruit", contract: "yes" }] },
    F2: { answer: "worker-repaid" },
    F3: { answer: ["agent-fee", "medical"] },
    F4: { months: "1.5", repaid: "part" },
    F6: {
      "answer.written": "yes",
      "answer.own-language": "yes",
      "answer.before-travel": "no",
      "answer.same-terms": "yes",
      "answer.keeps-copy": "yes",
    },
    F7: { answer: ["interviews"] },
    G3: {
      "answer.exits-unlocked": "yes",
      "answer.separate-beds": "yes",
      "answer.phones": "yes",
      "answer.visitors": "no",
      "answer.not-separated": "yes",
      "answer.live-elsewhere": "yes",
    },
    G5: { answer: "no" },
    H2: { kinds: ["tax-social", "housing-food"], share: "12" },
    H4: { "answer.same-rate": "yes", "answer.legal-minimum": "yes" },
    I1: { hours: "58", "rest-days": "4" },
    J1: { answer: ["box", "hotline"], languages: "yes", agency: "yes" },
    J2: { received: "3", solved: "2", topics: names.note },
    K2: { person: names.person, trained: ["managers", "hr"] },
    K3: {
      done: "both",
      "last-check.year": "2026",
      "last-check.month": "2",
      "last-audit.year": "2025",
      "last-audit.month": "11",
    },
    K4: { answer: "yes-closed" },
    L1: { suppliers: "4", asked: "4", answered: "3" },
    L3: { answer: "60" },
    M1: { answer: "no-checked" },
    M2: { answer: "no" },
    M3: { answer: ["order", "invoice"] },
    N1: { answer: "thirty-days" },
    N2: {
      actions: [
        {
          gap: names.note,
          question: "F3",
          responsible: names.person,
          "due.year": "2027",
          "due.month": "6",
          "due.day": "30",
        },
      ],
    },
    N3: { answer: names.note },
  };
}

export const chineseFirm = riskyFirm({
  firm: "丹东海潮服装有限公司",
  person: "王磊",
  job: "人力资源部经理",
  site: "丹东一厂",
  secondSite: "大连二厂",
  product: "针织衬衫",
  note: "包括丹东和大连的两个车间，不包括外发加工。",
  workers: "１２０",
});

export const arabicFirm = riskyFirm({
  firm: "شركة الواحة الزرقاء للملابس الجاهزة",
  person: "منى عبد الرحمن",
  job: "مديرة الموارد البشرية",
  site: "مصنع داندونغ الأول",
  secondSite: "مصنع داليان الثاني",
  product: "قمصان قطنية منسوجة",
  note: "يشمل المصنعين في داندونغ وداليان ولا يشمل العمل الذي يتم خارجهما.",
  workers: "١٢٠",
});

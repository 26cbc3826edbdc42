import type { Answers } from "#questionnaires/answers";
import { questionnaire } from "#tests/scoring/population/population";
import { rowsOf, type Supplier, withAnswer, withCells, withParts } from "./supplier";

/** A way of saying less than the truth: what the supplier says instead, or undefined where it has nothing to hide. */
export type Way = (supplier: Supplier) => Answers | undefined;

const office = { name: "Head office", country: "AU", work: "office", workers: 5000 };
const officeStaff = { site: "office", own: 5000, agency: 0, contractor: 0, trainee: 0, home: 0 };

function withOffice({ answers }: Supplier): Answers {
  const sites = [...rowsOf(answers, "B1", "sites"), { id: "office", cells: office }];
  const workforce = [...rowsOf(answers, "D1", "workforce"), { id: "d-office", cells: officeStaff }];
  return withParts(withParts(answers, "B1", { sites }), "D1", { workforce });
}

/** The site with the most, or the least, inherent risk. */
function siteOf({ rating }: Supplier, most: boolean): string {
  const sorted = [...rating.sites].sort((one, other) => one.inherent - other.inherent);
  return (most ? sorted.at(-1) : sorted[0])?.site ?? "";
}

/** All rows about a site changed, or left out. */
function without(answers: Answers, site: string): Answers {
  const others = (code: string, part: string) => rowsOf(answers, code, part).filter(({ cells }) => cells.site !== site);
  const goods = rowsOf(answers, "C1", "goods").flatMap((line) => {
    const sites = Array.isArray(line.cells.sites) ? line.cells.sites.filter((one) => one !== site) : [];
    return sites.length > 0 ? [withCells(line, { sites })] : [];
  });
  const sites = rowsOf(answers, "B1", "sites").filter(({ id }) => id !== site);
  let left = withParts(answers, "B1", { sites });
  left = withParts(left, "D1", { workforce: others("D1", "workforce") });
  if (left.D2?.value !== undefined) left = withParts(left, "D2", { foreign: others("D2", "foreign") });
  return withParts(left, "C1", { goods });
}

function stepsAs(name: string | undefined): Way {
  return ({ answers }) => {
    const steps = rowsOf(answers, "E4", "steps");
    if (steps.every(({ cells }) => cells.partner !== undefined)) return undefined;
    const named = steps.map((step, at) =>
      step.cells.partner === undefined
        ? withCells(step, { partner: name ?? `Sunrise Works ${at}`, country: "PT" })
        : step,
    );
    return withParts(answers, "E4", { steps: named });
  };
}

function changedRows(code: string, part: string, cells: (row: number) => Parameters<typeof withCells>[1]): Way {
  return ({ answers }) => {
    const rows = rowsOf(answers, code, part);
    if (rows.length === 0) return undefined;
    return withParts(answers, code, { [part]: rows.map((row, at) => withCells(row, cells(at))) });
  };
}

/** The same way of not answering to each of these questions that offers it and is asked. */
function unsureTo(codes: readonly string[], unsure: "dk" | "na" | "legal"): Way {
  return ({ answers }) => {
    const offered = codes.filter((code) => questionnaire.questions.get(code)?.unsure.includes(unsure));
    const changed = Object.fromEntries(offered.map((code) => [code, { unsure }]));
    return offered.length > 0 ? { ...answers, ...changed } : undefined;
  };
}

const all = [...questionnaire.questions.keys()];
const knockOutQuestions = "B2 D5 E1 E2 E3 E5 E6 E8 G1 G2 G3 G4 G5 H1 K4 L4 M1 M2".split(" ");

const provable = all.filter((code) => questionnaire.questions.get(code)?.evidence);

/** A file on every question that is asked and has none, named by its place among those that take one. */
function withFiles(name: (at: number) => string): Way {
  return ({ answers, asked }) => {
    const changed: Record<string, Answers[string]> = {};
    for (const [at, code] of provable.filter((one) => asked.has(one)).entries()) {
      const answer = answers[code];
      if (answer?.value === undefined || (answer.evidence ?? []).length > 0) continue;
      changed[code] = { ...answer, evidence: [{ id: name(at), status: "attached" }] };
    }
    return { ...answers, ...changed };
  };
}

/** What section 8 of the design bounds: at most one supplier in twenty may be better off free. */
export const bounded: Readonly<Record<string, Way>> = {
  "an office in a Tier 1 country that makes nothing": withOffice,
  "the same office named in C1": (supplier) => {
    const answers = withOffice(supplier);
    const goods = rowsOf(answers, "C1", "goods").map((line) => {
      const { sites } = line.cells;
      return withCells(line, { sites: [...(Array.isArray(sites) ? sites : []), "office"] });
    });
    return withParts(answers, "C1", { goods });
  },
  "0 workers at the worst site": (supplier) => {
    const worst = siteOf(supplier, true);
    const { answers } = supplier;
    const sites = rowsOf(answers, "B1", "sites").map((row) =>
      row.id === worst ? withCells(row, { workers: 0 }) : row,
    );
    const none = { own: 0, agency: 0, contractor: 0, trainee: 0, home: 0 };
    const workforce = rowsOf(answers, "D1", "workforce").map((row) =>
      row.cells.site === worst ? withCells(row, none) : row,
    );
    return withParts(withParts(answers, "B1", { sites }), "D1", { workforce });
  },
  'partner names "-"': stepsAs("-"),
  "invented partner names": stepsAs(undefined),
  'licence "-"': ({ answers }) => {
    const agents = rowsOf(answers, "F1", "agents");
    if (agents.every(({ cells }) => cells.licence !== undefined)) return undefined;
    return withParts(answers, "F1", {
      agents: agents.map((agent) => withCells(agent, { licence: agent.cells.licence ?? "-" })),
    });
  },
  "ten more named steps": ({ answers }) => {
    if (answers.E4?.value === undefined) return undefined;
    const more = Array.from({ length: 10 }, (_, at) => ({
      id: `more${at}`,
      cells: { step: "other", partner: `Sunrise Works ${at}`, country: "PT" },
    }));
    return withParts(answers, "E4", { steps: [...rowsOf(answers, "E4", "steps"), ...more] });
  },
  "no steps": ({ answers }) =>
    rowsOf(answers, "E4", "steps").length === 0 ? undefined : withParts(answers, "E4", { steps: [] }),
  "ask one sub-supplier": ({ answers }) =>
    Number(answers.L1?.value?.suppliers ?? 0) > 0 ? withParts(answers, "L1", { asked: 1, answered: 1 }) : undefined,
  "L1 0": ({ answers }) => withAnswer(answers, "L1", { value: { suppliers: 0, asked: 0, answered: 0 } }),
  "L1 don't know": unsureTo(["L1"], "dk"),
  "no materials": ({ answers }) => withAnswer(answers, "C2", { value: { listed: ["none"] } }),
  "material without a country": changedRows("C2", "materials", () => ({ country: undefined })),
  "material of a country that is not known": changedRows("C2", "materials", () => ({ country: "unknown" })),
  "goods line without chapter": changedRows("C1", "goods", () => ({ hs: undefined })),
  "not on the list": ({ answers }) => {
    const goods = rowsOf(answers, "C1", "goods");
    if (goods.every(({ cells }) => cells.good === undefined)) return undefined;
    return withParts(answers, "C1", {
      goods: goods.map((line) => (line.cells.good === undefined ? line : withCells(line, { good: "not-listed" }))),
    });
  },
  "all goods at the safest site": (supplier) =>
    changedRows("C1", "goods", () => ({ sites: [siteOf(supplier, false)] }))(supplier),
  "D4 0": ({ answers }) => withAnswer(answers, "D4", { value: { answer: 0 } }),
  "D4 don't know": unsureTo(["D4"], "dk"),
  "F3 don't know": unsureTo(["F3"], "dk"),
  "don't know to every flagged question": (supplier) => {
    const flagged = supplier.rating.steps.flatMap(({ kind, code }) => (kind === "adverse" ? [code] : []));
    return unsureTo(flagged, "dk")(supplier);
  },
  "don't know to every K": unsureTo(knockOutQuestions, "dk"),
  "not applicable wherever offered": unsureTo(all, "na"),
  "legal advice to everything": unsureTo(all, "legal"),
  "one file everywhere": withFiles(() => "the-file"),
  "one file for every two questions": withFiles((at) => `file-${Math.floor(at / 2)}`),
  "one agent instead of two": ({ answers }) =>
    answers.D3?.value?.answer === "two-or-more"
      ? withAnswer(answers, "D3", { ...answers.D3, value: { answer: "one-agent" } })
      : undefined,
};

/** What no arithmetic can see: measured, and answered by the product otherwise. */
export const unbounded: Readonly<Record<string, Way>> = {
  "a plain no on E1": ({ answers }) =>
    answers.E1?.value?.answer === "no" ? undefined : withAnswer(answers, "E1", { value: { answer: "no" } }),
  "no foreign workers": ({ answers }) =>
    rowsOf(answers, "D2", "foreign").length === 0 && answers.D2?.unsure === undefined
      ? undefined
      : withAnswer(answers, "D2", { ...answers.D2, unsure: undefined, value: { foreign: [] } }),
  "leaving the worst site out": (supplier) =>
    supplier.rating.sites.length < 2 ? undefined : without(supplier.answers, siteOf(supplier, true)),
  "0 workers at the worst site, and so nobody from abroad there": (supplier) => {
    const answers = bounded["0 workers at the worst site"]?.(supplier) ?? supplier.answers;
    if (answers.D2?.value === undefined) return answers;
    const worst = siteOf(supplier, true);
    return withParts(answers, "D2", {
      foreign: rowsOf(answers, "D2", "foreign").filter(({ cells }) => cells.site !== worst),
    });
  },
};

import type { Answer, Answers, PartValue, Row } from "#questionnaires/answers";
import { one, rows, type Story } from "./story";

/**
 * What a firm that answered version 1 says to version 2: the same facts, in the form in which they are asked there, and what only
 * version 2 asks.
 * @param year of the campaign
 */
export function carriedAnswers(first: Answers, story: Story, year: number): Answers {
  return {
    ...first,
    ...companyIn(first, story),
    ...linksIn(first, year),
    ...treatmentIn(first),
    ...(story.plans
      ? { N2: { value: { actions: rows(story.plans.map(({ gap, ...plan }) => ({ issue: gap, ...plan }))) } } }
      : {}),
    ...story.second,
  };
}

/** The parts of an answer put otherwise; one that left the question open stays. */
function put(answer: Answer | undefined, parts: (value: NonNullable<Answer["value"]>) => Answer["value"]): Answer {
  if (answer?.value === undefined) return answer ?? {};
  return { ...answer, value: parts(answer.value) };
}

/** The same with one of the parts under its new name. */
function named(answer: Answer | undefined, name: string): Answer {
  return put(answer, ({ answer: value = "", ...rest }) => ({ ...rest, [name]: value }));
}

function rowsIn(value: PartValue | undefined): readonly Row[] {
  return (value ?? []) as readonly Row[];
}

function withCells(value: PartValue | undefined, cells: (row: Row, place: number) => Row["cells"]): readonly Row[] {
  return rowsIn(value).map((row, place) => ({ id: row.id, cells: cells(row, place) }));
}

function companyIn(first: Answers, { sites, goods, materials = [] }: Story): Answers {
  return {
    B1: put(first.B1, (value) => ({
      sites: withCells(value.sites, ({ cells }, place) => ({ ...cells, work: sites[place]?.work ?? "production" })),
    })),
    C1: put(first.C1, (value) => ({
      goods: withCells(value.goods, ({ cells: { kind = "", hs, good, ...cells } }, place) =>
        kind === "goods"
          ? { ...cells, kind, hs: hs ?? "unknown", good: good ?? "not-listed" }
          : { ...cells, kind: "service", sector: goods[place]?.sector ?? "other" },
      ),
    })),
    C2: {
      value:
        materials.length === 0
          ? { listed: ["none"] }
          : {
              listed: [...new Set(materials.map(({ material }) => material))],
              materials: rows(materials.map(({ material, country = "unknown" }) => ({ material, country }))),
            },
    },
    C3: put(first.C3, (value) => ({ origins: materials.map((one) => originOf(one.material, String(value.answer))) })),
  };
}

const known: Readonly<Record<string, readonly [known: string, papers: string]>> = {
  all: ["country-and-producer", "yes"],
  some: ["country-only", "no"],
};

function originOf(material: string, answer: string): Row {
  const [what, papers] = known[answer] ?? ["neither", "no"];
  return { id: material, cells: { material, known: what, papers } };
}

/** Links to North Korea and to Xinjiang, and the cases of officials. */
function linksIn(first: Answers, year: number): Answers {
  return {
    E2: named(first.E2, "since-2018"),
    E3: named(first.E3, "since-2018"),
    E7: put(first.E7, ({ checks, ...rest }) => ({
      ...rest,
      ...(checks === undefined
        ? {}
        : { checks: { ...(checks as object), "live-video": "no", equipment: "no", vendors: "no" } }),
    })),
    K4: { value: { cases: [] } },
    M1: put(first.M1, (value) =>
      value.answer === "no-checked" ? { ...value, "checked-on": `${year}-09-14`, list: `${year}-08-03` } : value,
    ),
    M2: named(first.M2, "since-2018"),
  };
}

function treatmentIn(first: Answers): Answers {
  return {
    H1: put(first.H1, ({ answer }) => ({
      answer: [answer].flat().map((way) => (way === "own-account" ? "own-account-or-card" : String(way))),
    })),
    J3: put(first.J3, ({ answer }) => {
      const { "migrants-in-it": migrants = "no", ...rest } = answer as Readonly<Record<string, string>>;
      return { answer: rest, migrants };
    }),
    // Who has checked nothing has not looked either.
    J4: one([first.O1?.value?.answer].flat().includes("not-checked") ? "not-looked" : "looked-none"),
  };
}

import { describe, expect, it } from "vitest";
import { readQuestion, readRow } from "#questionnaires/reading";
import { row } from "./firms";
import { context, fields, question, tableOf } from "./forms";

type Typed = Parameters<typeof fields>[0];
const read = (id: string, typed: Typed, more = {}) =>
  readQuestion(question(id), fields(typed), { ...context, ...more });
const value = (id: string, typed: Typed, more = {}) => read(id, typed, more).answer?.value;
const codes = (id: string, typed: Typed, more = {}) =>
  read(id, typed, more).errors?.map(({ field, code }) => `${field} ${code}`);

describe("choices", () => {
  it("takes the option that was chosen and nothing else", () => {
    expect(value("E1", { "E1.answer": "yes" })).toEqual({ answer: "yes" });
    expect(codes("E1", { "E1.answer": "perhaps" })).toEqual(["E1.answer unknown-option"]);
    expect(codes("E1", { "E1.answer": ["yes", "no"] })).toEqual(["E1.answer unknown-option"]);
    expect(codes("E1", {})).toEqual(["E1.answer required"]);
  });

  it("keeps several options in the order of the questionnaire, each once", () => {
    expect(value("F3", { "F3.answer": ["training", "medical", "training"] })).toEqual({
      answer: ["medical", "training"],
    });
  });

  it("does not let none of these stand beside one of these", () => {
    expect(codes("F3", { "F3.answer": ["none", "medical"] })).toEqual(["F3.answer exclusive"]);
  });

  it("asks for the parts that an answer opens and ignores those it closes", () => {
    expect(codes("J1", { "J1.answer": "box" })).toEqual(["J1.languages required", "J1.agency required"]);
    expect(value("J1", { "J1.answer": "none", "J1.languages": "yes" })).toEqual({ answer: ["none"] });
    expect(value("E2", { "E2.answer": "no", "E2.from.year": "nonsense" })).toEqual({ answer: "no" });
  });
});

describe("leaving a question open", () => {
  it("can be chosen beside the options or in a field of its own", () => {
    expect(read("E1", { "E1.answer": "~dk" }).answer).toEqual({ unsure: "dk" });
    expect(read("E1", { "E1.unsure": "~legal" }).answer).toEqual({ unsure: "legal" });
    expect(read("L1", { "L1.unsure": "~dk" }).answer).toEqual({ unsure: "dk" });
    expect(read("E2", { "E2.answer": "~dk", "E2.from.year": "2019" }).answer).toEqual({ unsure: "dk" });
  });

  it("is refused where the question does not offer it", () => {
    expect(codes("E1", { "E1.answer": "~na" })).toEqual(["E1.answer unknown-option"]);
    expect(codes("A1", { "A1.unsure": "~dk" })).toContain("A1.unsure unknown-option");
    expect(codes("E1", { "E1.unsure": "~maybe" })).toContain("E1.unsure unknown-option");
  });

  it("does not stand beside an answer", () => {
    expect(codes("E1", { "E1.answer": "yes", "E1.unsure": "~dk" })).toEqual(["E1.unsure unsure-and-value"]);
    expect(codes("D4", { "D4.answer": "3", "D4.unsure": "~dk" })).toEqual(["D4.unsure unsure-and-value"]);
    expect(codes("F3", { "F3.answer": ["medical", "~dk"] })).toEqual(["F3.answer unsure-and-value"]);
  });

  it("keeps the comment, which may say why", () => {
    expect(read("E1", { "E1.answer": "~dk", "E1.comment": " We will ask. " }).answer).toEqual({
      unsure: "dk",
      comment: "We will ask.",
    });
  });
});

describe("figures, dates and words", () => {
  it("tells what is wrong with a figure", () => {
    expect(codes("D4", { "D4.answer": "many" })).toEqual(["D4.answer not-a-number"]);
    expect(codes("D4", { "D4.answer": "-1" })).toEqual(["D4.answer too-small"]);
    expect(codes("D4", { "D4.answer": "1,5" })).toEqual(["D4.answer whole-number"]);
    expect(read("D4", { "D4.answer": "1000001" }).errors).toEqual([
      { field: "D4.answer", code: "too-large", params: { max: 1_000_000 } },
    ]);
  });

  it("rounds to the decimals that are asked for", () => {
    expect(value("F4", { "F4.months": "1.25", "F4.repaid": "no" })).toEqual({ months: 1.3, repaid: "no" });
  });

  it("takes a share with or without its sign", () => {
    const kinds = { "H2.kinds": "fines" };
    expect(value("H2", { ...kinds, "H2.share": "12,5 %" })).toEqual({ kinds: ["fines"], share: 12.5 });
    expect(value("H2", { ...kinds, "H2.share": "٪٣٠" })).toEqual({ kinds: ["fines"], share: 30 });
    expect(codes("H2", { ...kinds, "H2.share": "101" })).toEqual(["H2.share too-large"]);
  });

  it("reads a month from its fields, in any digits", () => {
    const typed = { "E2.answer": "yes", "E2.from.year": "٢٠١٨", "E2.from.month": "1" };
    expect(value("E2", typed)).toEqual({ answer: "yes", from: "2018-01" });
    expect(codes("E2", { "E2.answer": "yes", "E2.from.year": "2018", "E2.from.month": "13" })).toEqual([
      "E2.from not-a-date",
    ]);
    expect(codes("E2", { "E2.answer": "yes", "E2.from.year": "2018" })).toEqual(["E2.from not-a-date"]);
  });

  it("keeps words as they were meant: composed, trimmed, without control characters", () => {
    const typed = {
      "A3.name": "  Jose\u0301\u0000\u0007 Alves\u202f ",
      "A3.job": "Head\r\nof HR",
      "A3.helpers": "nobody",
    };
    expect(value("A3", typed)).toEqual({ name: "Jos\u00e9 Alves", job: "Head of HR", helpers: ["nobody"] });
  });

  it("keeps line breaks where several lines are asked for, and refuses too many characters", () => {
    expect(value("N3", { "N3.answer": "one\r\ntwo\u0000" })).toEqual({ answer: "one\ntwo" });
    expect(read("N3", { "N3.answer": "x".repeat(4001) }).errors).toEqual([
      { field: "N3.answer", code: "too-long", params: { max: 4000 } },
    ]);
  });
});

describe("statements with yes and no", () => {
  it("asks for each row that is missing", () => {
    expect(codes("H4", { "H4.answer.same-rate": "yes" })).toEqual(["H4.answer.legal-minimum required"]);
    expect(value("H4", { "H4.answer.same-rate": "yes", "H4.answer.legal-minimum": "no" })).toEqual({
      answer: { "same-rate": "yes", "legal-minimum": "no" },
    });
  });
});

describe("tables", () => {
  const site = row("s1", { name: "Porto", country: "PT", activity: "Sewing", workers: 5 });

  it("takes that there are none as an answer, where it is one", () => {
    expect(value("E4", { "E4.steps.none": "yes" })).toEqual({ steps: [] });
    expect(codes("E4", {})).toEqual(["E4.steps required"]);
    expect(codes("B1", { "B1.sites.none": "yes" })).toEqual(["B1.sites too-few-rows"]);
  });

  it("keeps the rows and documents that are stored", () => {
    const current = { value: { sites: [site] }, evidence: [{ id: "e1", status: "attached" as const }] };
    expect(read("B1", {}, { current }).answer).toEqual(current);
  });

  it("does not throw rows away because somebody also ticked that there are none", () => {
    const current = { value: { steps: [row("t1", { step: "sewing" })] } };
    expect(codes("E4", { "E4.steps.none": "yes" }, { current })).toEqual(["E4.steps.none exclusive"]);
  });

  it("reads one row", () => {
    const typed = {
      "B1.sites.name": "Porto",
      "B1.sites.country": "PT",
      "B1.sites.activity": "Sewing",
      "B1.sites.workers": "1 250",
    };
    expect(readRow(question("B1"), tableOf("B1"), fields(typed), context).cells).toEqual({
      name: "Porto",
      country: "PT",
      activity: "Sewing",
      workers: 1250,
    });
  });

  it("tells everything that is wrong with a row", () => {
    const typed = { "B1.sites.name": "Porto", "B1.sites.country": "XX", "B1.sites.workers": "~dk" };
    const { errors } = readRow(question("B1"), tableOf("B1"), fields(typed), context);
    expect(errors?.map(({ field, code }) => `${field} ${code}`)).toEqual([
      "B1.sites.country unknown-option",
      "B1.sites.activity required",
      "B1.sites.workers not-a-number",
    ]);
  });

  it("takes 200 rows and no more, but lets any of the 200 be edited", () => {
    const sites = Array.from({ length: 200 }, (_, index) => ({ ...site, id: `s${index}` }));
    const typed = fields({
      "B1.sites.name": "P",
      "B1.sites.country": "PT",
      "B1.sites.activity": "S",
      "B1.sites.workers": "1",
    });
    const readInto = (more: object) => readRow(question("B1"), tableOf("B1"), typed, { ...context, ...more });
    expect(readInto({ current: { value: { sites } } }).errors).toEqual([
      { field: "B1.sites", code: "too-many-rows", params: { max: 200 } },
    ]);
    expect(readInto({ current: { value: { sites } }, row: "s7" }).cells).toBeDefined();
    expect(readInto({ current: { value: { sites: sites.slice(1) } } }).cells).toBeDefined();
    expect(codes("B1", {}, { current: { value: { sites: [...sites, site] } } })).toEqual(["B1.sites too-many-rows"]);
  });
});

describe("unfinished pages", () => {
  it("keep what is right without asking for the rest, when they are put aside", () => {
    expect(value("L1", { "L1.suppliers": "3" }, { allowBlank: true })).toEqual({ suppliers: 3 });
    expect(codes("L1", { "L1.suppliers": "x" }, { allowBlank: true })).toEqual(["L1.suppliers not-a-number"]);
    expect(read("L1", {}, { allowBlank: true }).answer).toEqual({});
  });

  it("may stay empty when the question is optional", () => {
    expect(read("N3", {}).answer).toEqual({});
  });
});

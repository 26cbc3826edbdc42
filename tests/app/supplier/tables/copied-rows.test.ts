import { expect, test } from "vitest";
import { showRow } from "#app/services/supplier/rows/show-row";
import { unsavedForm } from "#app/services/supplier/session/unsaved-form";
import type { FieldView } from "#app/views/supplier/controls";
import type { Row } from "#questionnaires/answers";
import { asked } from "#tests/app/supplier/version-2/asked";
import { row } from "#tests/questionnaires/firms";
import { form } from "#tests/support/supplier";

const site = row("s1", { name: "Ave", address: "2 Mill Road", country: "PT", work: "office", workers: 42 });

/** What stands in the fields of a new row: by column, what was typed or is chosen. */
function filled(fields: readonly FieldView[]): Readonly<Record<string, unknown>> {
  const textOf = ({ control }: FieldView) => {
    if (control.kind === "choices")
      return control.options
        .filter(({ on }) => on)
        .map(({ value }) => value)
        .join();
    if (control.kind === "select") return /value="([^"]*)" selected/.exec(control.html)?.[1] ?? "";
    if (control.kind === "date") return control.boxes.map(({ value }) => value).join("-");
    return "value" in control ? control.value : "";
  };
  const all = fields.map((field) => [field.id.split(".").at(-1) ?? "", textOf(field)] as const);
  return Object.fromEntries(all.filter(([, value]) => value !== "" && value !== "-" && value !== "--"));
}

async function copied(question: string, part: string, rows: readonly Row[], typed: Record<string, string> = {}) {
  const sites = question === "B1" ? rows : [site];
  const open = (
    await asked({
      B1: { value: { sites } },
      D3: { value: { answer: "two-or-more" } },
      E1: { value: { answer: "yes" } },
      E8: { value: { answer: "yes" } },
      ...(question === "B1"
        ? {}
        : { [question]: { value: { [part]: rows, ...(question === "E8" ? { answer: "yes" } : {}) } } }),
    })
  ).open;
  const self = await open();
  const fields = form(
    Object.fromEntries(Object.entries(typed).map(([id, value]) => [`${question}.${part}.${id}`, value])),
  );
  const view = await showRow(self, {
    question,
    part,
    copies: true,
    typed: unsavedForm(fields, { kind: "errors", errors: [] }),
  });
  return { view, fields: filled(view.fields), kept: (await open()).session.file };
}

test.each<[string, string, readonly Row[], Record<string, string>, Record<string, string>]>([
  ["B1", "sites", [site], {}, { address: "2 Mill Road", country: "PT", work: "office" }],
  [
    "B1",
    "sites",
    [site],
    { name: "Braga", country: "ES", workers: "3" },
    { name: "Braga", address: "2 Mill Road", country: "ES", work: "office", workers: "3" },
  ],
  ["D2", "foreign", [row("f1", { site: "s1", nationality: "NP", workers: 9 })], {}, { site: "s1" }],
  [
    "F1",
    "agents",
    [row("a1", { name: "Sun", country: "NP", role: "recruit", contract: "yes" })],
    { role: "housing" },
    { country: "NP", role: "housing", contract: "yes" },
  ],
  [
    "E8",
    "orders",
    [row("o1", { order: "PO 1", from: "2019-03", place: "Dandong" })],
    {},
    { from: "3-2019", place: "Dandong" },
  ],
  [
    "E8",
    "orders",
    [row("o1", { order: "PO 1", from: "2019-03", place: "Dandong" })],
    { "from.year": "2021" },
    { from: "-2021", place: "Dandong" },
  ],
  [
    "C1",
    "goods",
    [row("g1", { product: "Yarn", kind: "goods", hs: "52", good: "not-listed", sites: ["s1"], markets: ["eu", "us"] })],
    { kind: "service" },
    { kind: "service", sites: "s1", markets: "us,eu" },
  ],
])(
  "%s copies its last row into what was left empty, and saves nothing",
  async (question, part, rows, typed, expected) => {
    const { view, fields, kept } = await copied(question, part, rows, typed);
    expect(fields).toEqual(expected);
    expect(view.copied).toContain("Nothing is saved");
    expect(kept.answers[question]?.value?.[part]).toEqual(rows);
    expect(kept.drafts).toEqual({});
  },
);

test("there is nothing to copy into the first row, a row that is there, and a table whose rows are given", async () => {
  const { open } = await asked({ B1: { value: { sites: [site] } } });
  const self = await open();
  expect((await showRow(self, { question: "D2", part: "foreign" })).canCopy).toBe(false);
  expect((await showRow(self, { question: "B1", part: "sites", row: "s1", copies: true })).copied).toBeUndefined();
  expect((await showRow(self, { question: "D1", part: "workforce", row: "s1" })).canCopy).toBe(false);
  expect((await showRow(self, { question: "B1", part: "sites" })).canCopy).toBe(true);
});

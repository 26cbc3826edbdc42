import { renderToString } from "react-dom/server";
import { I18nextProvider } from "react-i18next";
import { expect, test } from "vitest";
import { Field } from "#app/components/supplier/controls/field";
import { PastePage } from "#app/components/supplier/rows/paste-page";
import { RowPage } from "#app/components/supplier/rows/row-page";
import type { LanguageTag } from "#app/i18n/languages";
import { i18nFor } from "#app/i18n/texts/i18n.server";
import { addPasted } from "#app/services/supplier/paste/add-pasted";
import { showPaste } from "#app/services/supplier/paste/show-paste";
import { showQuestion } from "#app/services/supplier/question/show-question";
import { saveRow } from "#app/services/supplier/rows/save-row";
import { showRow } from "#app/services/supplier/rows/show-row";
import { tableAt } from "#app/services/supplier/rows/table-place";
import { unsavedForm } from "#app/services/supplier/session/unsaved-form";
import type { Row } from "#questionnaires/answers";
import { testContext } from "#tests/support/context";
import { asSupplier, form, invite } from "#tests/support/supplier";

const lists: readonly { question: string; part: string; most: number; cells: Row["cells"]; pasted: string }[] = [
  {
    question: "B1",
    part: "sites",
    most: 200,
    cells: { name: "Plant", country: "CN", activity: "Sewing", workers: 1 },
    pasted: "Plant,,,China,Sewing,1",
  },
  {
    question: "C2",
    part: "materials",
    most: 60,
    cells: { material: "aluminium", country: "IN" },
    pasted: "Aluminium,China",
  },
  {
    question: "A2",
    part: "owners",
    most: 50,
    cells: { name: "Owner", country: "PT", share: 30, government: "no" },
    pasted: "Owner,China,30,No",
  },
  {
    question: "N2",
    part: "actions",
    most: 60,
    cells: { gap: "Fees", question: "F3", responsible: "HR", due: "2027-01" },
    pasted: "Fees,F3,HR,2027-01",
  },
];

function draw(page: React.ReactElement, language: LanguageTag = "en"): string {
  return renderToString(<I18nextProvider i18n={i18nFor(language)}>{page}</I18nextProvider>);
}

/** A list with so many rows, and what its pages are. */
async function listed({ question, part, cells }: (typeof lists)[number], count: number, language = "en") {
  const ctx = await testContext();
  const supplier = asSupplier(ctx, (await invite(ctx)).token, language);
  const rows = Array.from({ length: count }, (_, at) => ({ id: `r${at}`, cells }));
  await supplier.answers({ [question]: { value: { [part]: rows } } });
  const { open } = supplier;
  return {
    open,
    kept: async () => tableAt((await open()).session, question, part).rows.length,
    list: async (language?: LanguageTag) => {
      const { fields } = await showQuestion(await open(), { question });
      const field = fields.find(({ id }) => id === `${question}.${part}`);
      if (!field) throw new Error(`${question} has no ${part}`);
      return draw(<Field field={field} />, language);
    },
  };
}

const openForm = '<form method="post" id="page"';

test.each(lists)(
  "$question offers one more line below its limit of $most, and at it says what the limit is",
  async (at) => {
    const { question, part, most } = at;
    const room = await (await listed(at, most - 1)).list();
    expect(room).toContain(`value="row:${part}/new"`);
    expect(room).not.toContain("The list is full");
    const { list, open } = await listed(at, most);
    const full = await list();
    expect(full).not.toContain(`value="row:${part}/new"`);
    expect(full).not.toContain(`value="row:${part}/paste"`);
    expect(full).toContain(`The list is full: ${most} lines are the most.`);
    const self = await open();
    const page = draw(<RowPage view={await showRow(self, { question, part })} />);
    expect(page).toContain(`${most} lines are the most`);
    expect(page).not.toContain(openForm);
    const paste = draw(<PastePage view={await showPaste(self, { question, part })} />);
    expect(paste).toContain(`${most} lines are the most`);
    expect(paste).not.toContain("<textarea");
  },
);

test.each(lists)("a line sent to a full $question is told in words, kept on its page and not added", async (at) => {
  const { question, part, most, cells, pasted } = at;
  const { open, kept } = await listed(at, most);
  const self = await open();
  const fields = form(
    Object.fromEntries(Object.entries(cells).map(([id, cell]) => [`${question}.${part}.${id}`, String(cell)])),
  );
  const outcome = await saveRow(self, { question, part, fields, basedOn: 1, intent: "go-on" });
  const error = { field: `${question}.${part}`, code: "too-many-rows", params: { max: most } };
  expect(outcome).toEqual({ kind: "errors", errors: [error] });
  const typed = unsavedForm(fields, { kind: "errors", errors: [{ ...error, code: "too-many-rows" }] });
  const again = draw(<RowPage view={await showRow(self, { question, part, typed })} />);
  expect(again).toContain(`${most} lines are the most</a>`);
  expect(again).toContain(openForm);
  expect(await addPasted(self, { question, part, text: pasted })).toEqual({ kind: "saved", added: 0, left: pasted });
  expect(await kept()).toBe(most);
});

test("of two people who add the last line there is room for, one is told that the list is full", async () => {
  const [at] = lists;
  if (!at) throw new Error("no list");
  const { open, kept } = await listed(at, 199);
  const [one, other] = [await open(), await open()];
  const save = (self: typeof one, name: string) =>
    saveRow(self, {
      question: "B1",
      part: "sites",
      fields: form({
        "B1.sites.name": name,
        "B1.sites.country": "CN",
        "B1.sites.activity": "Sewing",
        "B1.sites.workers": "4",
      }),
      basedOn: 1,
      intent: "go-on",
    });
  expect((await save(one, "The last")).kind).toBe("saved");
  expect((await save(other, "One too many")).kind).toBe("errors");
  expect(await kept()).toBe(200);
});

test("the limit is said in Arabic and Chinese too", async () => {
  const [at] = lists;
  if (!at) throw new Error("no list");
  expect(await (await listed(at, 200, "ar")).list("ar")).toContain("القائمة ممتلئة: الحد الأقصى لعدد الأسطر 200");
  expect(await (await listed(at, 200, "zh-Hans")).list("zh-Hans")).toContain("列表已满：最多 200 行");
});

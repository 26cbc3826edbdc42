import { expect, test } from "vitest";
import { ChangesPage } from "#app/components/supplier/workbook/changes-page";
import { WorkbookPage } from "#app/components/supplier/workbook/workbook-page";
import { showChanges } from "#app/services/supplier/workbook/show-changes";
import { showWorkbook } from "#app/services/supplier/workbook/show-workbook";
import { takeWorkbook } from "#app/services/supplier/workbook/take-workbook";
import { asked, draw } from "#tests/app/supplier/version-2/asked";
import { row } from "#tests/questionnaires/firms";
import { bookOf } from "./handed-in";

const plant = row("s1", { name: "Plant 1", country: "CN", work: "production", workers: 100 });
const start = {
  B1: { value: { sites: [plant] } },
  I1: { value: { hours: 48 } },
  E1: { value: { answer: "no" } },
} as const;

test.each(["en", "ar", "zh-Hans"] as const)(
  "the pages in %s say everything in words, with nothing chosen beforehand",
  async (language) => {
    const work = await asked(start, language);
    const cells = {
      "I1.hours": "60",
      "L1.suppliers": "many",
      "E1.answer": "?",
      "K3.done": "both",
      "K3.last-check": "03/04/2024",
    };
    const bytes = await bookOf(work, cells, language);
    await work.supplier.answers({ I1: { value: { hours: 50 } } });
    const taken = await takeWorkbook(await work.open(), { name: "<b>.xlsx", bytes });
    if ("refused" in taken) throw new Error(taken.refused);
    const view = await showChanges(await work.open(), { file: taken.file });
    const html = draw(<ChangesPage view={view} />, language);
    expect(html).toContain("&lt;b&gt;.xlsx");
    for (const name of ["take.I1.hours", "fix.L1.suppliers", "fix.E1.answer", "fix.K3.last-check"]) {
      expect(html).toContain(`name="${name}"`);
    }
    expect(html).not.toMatch(/checked=""|workbook\.|supplier:|\{\{/);
    const page = draw(<WorkbookPage view={await showWorkbook(await work.open(), { refused: "macros" })} />, language);
    expect(page).toContain('aria-invalid="true"');
    expect(page).not.toMatch(/"workbook\.(?!xlsx)|>workbook\.|supplier:|\{\{/);
  },
);

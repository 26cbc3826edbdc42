import { expect, test } from "vitest";
import type { CatalogueContents } from "#app/adapters/built-in-catalogue";
import type { ServiceContext, SupplierContext } from "#app/services/context/contexts";
import { showLanding } from "#app/services/supplier/link/show-landing";
import { showPaste } from "#app/services/supplier/paste/show-paste";
import { showAnswers } from "#app/services/supplier/print/show-answers";
import { showQuestion } from "#app/services/supplier/question/show-question";
import { readReceipt } from "#app/services/supplier/receipt/read-receipt";
import { showReceipt } from "#app/services/supplier/receipt/show-receipt";
import { showRow } from "#app/services/supplier/rows/show-row";
import { showCheck } from "#app/services/supplier/signing/show-check";
import { showSignPage } from "#app/services/supplier/signing/show-sign-page";
import { showTasks } from "#app/services/supplier/tasks/show-tasks";
import { aCatalogue, catalogueContents, markedQuestionnaire } from "#tests/support/catalogue";
import { testContext } from "#tests/support/context";
import { asSupplier, invite } from "#tests/support/supplier";

const languages = ["en", "ar"];

async function withShelves(): Promise<{ ctx: ServiceContext; shelves: Map<string, CatalogueContents> }> {
  const shelves = new Map<string, CatalogueContents>();
  return { ctx: { ...(await testContext()), catalogue: aCatalogue(shelves) }, shelves };
}

/** Everything that is shown of a questionnaire while it is answered: pages, rows with all their lists, and what can be pasted. */
async function shownAtWork(self: SupplierContext): Promise<readonly unknown[]> {
  const { questionnaire, walk } = self.session;
  const asked = [...questionnaire.questions.values()].filter(({ id, signing }) => !signing && walk.asked.has(id));
  const tables = asked.flatMap(({ id: question, parts }) =>
    parts.flatMap(({ id: part, type }) => (type === "table" ? [{ question, part }] : [])),
  );
  return Promise.all([
    showTasks(self, {}),
    showCheck(self, {}),
    showSignPage(self, {}),
    ...asked.map(({ id }) => showQuestion(self, { question: id })),
    ...tables.map((table) => showRow(self, table)),
    ...tables.map((table) => showPaste(self, { ...table, text: "China, Sewing" })),
  ]);
}

test.each([
  ["ours", "theirs"],
  ["theirs", "ours"],
] as const)(
  "two organisations with the same questionnaire key read their own words, %s opened before %s",
  async (first, then) => {
    const { ctx, shelves } = await withShelves();
    // Only one of them has Arabic, so that what is missing differs too.
    const loaded = {
      ours: markedQuestionnaire("OURS "),
      theirs: markedQuestionnaire("THEIRS ", { languages: ["en"] }),
    };
    expect(loaded.ours.key).toBe(loaded.theirs.key);
    const marks = { ours: ["OURS", "THEIRS"], theirs: ["THEIRS", "OURS"] } as const;
    const open = async (whose: "ours" | "theirs") => {
      const invited = await invite(ctx);
      shelves.set(invited.organisation.id, catalogueContents(loaded[whose]));
      return { token: invited.token, suppliers: languages.map((tag) => asSupplier(ctx, invited.token, tag)) };
    };
    const opened = { ours: await open("ours"), theirs: await open("theirs") };
    const pagesOf = async (whose: "ours" | "theirs") => {
      const { suppliers, token } = opened[whose];
      const shown = await Promise.all(suppliers.map(async ({ open }) => shownAtWork(await open())));
      const landing = await Promise.all(
        suppliers.map(({ visitor }, at) => showLanding(visitor, { token, language: languages[at] })),
      );
      return { shown: JSON.stringify(shown), notices: landing.map(({ frame }) => frame.notice) };
    };
    const before = await pagesOf(first);
    await pagesOf(then);
    for (const whose of [first, then]) {
      const [own, foreign] = marks[whose];
      const { shown, notices } = await pagesOf(whose);
      expect(shown).toContain(own);
      expect(shown).not.toContain(foreign);
      const inArabic = whose === "ours" ? undefined : expect.stringMatching(/./);
      expect(notices).toEqual([undefined, inArabic]);
    }
    expect(await pagesOf(first)).toEqual(before);

    const receipts = { ours: "", theirs: "" };
    for (const whose of [first, then]) {
      const [supplier] = opened[whose].suppliers;
      await supplier?.answersAll();
      expect((await supplier?.submits())?.kind).toBe("submitted");
    }
    for (const whose of [then, first]) {
      const signed = await Promise.all(
        opened[whose].suppliers.map(async ({ open }) => {
          const self = await open();
          return [await showReceipt(self, {}), await showAnswers(self, {}), await readReceipt(self, {})];
        }),
      );
      receipts[whose] = JSON.stringify(signed);
    }
    for (const [own, foreign] of Object.values(marks)) {
      const whose = own === "OURS" ? "ours" : "theirs";
      expect(receipts[whose]).toContain(own);
      expect(receipts[whose]).not.toContain(foreign);
    }
  },
);

test("a version 2 with other words changes nothing of what was signed under version 1", async () => {
  const { ctx, shelves } = await withShelves();
  const { token, organisation } = await invite(ctx);
  const first = markedQuestionnaire("FIRST ");
  shelves.set(organisation.id, catalogueContents(first));
  const supplier = asSupplier(ctx, token);
  await supplier.answersAll();
  await supplier.submits();
  const signed = () =>
    Promise.all(
      languages.map(async (language) => {
        const self = { ...(await supplier.open()), language };
        return [await showReceipt(self, {}), await showAnswers(self, {}), await readReceipt(self, {})];
      }),
    );
  const before = await signed();
  const second = markedQuestionnaire("SECOND ", { version: 2 });
  shelves.set(organisation.id, catalogueContents(first, second));
  const next = await invite(ctx);
  shelves.set(next.organisation.id, catalogueContents(second, first));
  expect(JSON.stringify(await showTasks(await asSupplier(ctx, next.token).open(), {}))).toContain("FIRST");
  expect(await signed()).toEqual(before);
  expect(JSON.stringify(before)).toContain("FIRST");
});

test("the version that counts is the one that was sent, whatever the campaign says since", async () => {
  const { ctx, shelves } = await withShelves();
  const { token, organisation } = await invite(ctx, { campaign: { version: 2 } });
  shelves.set(
    organisation.id,
    catalogueContents(markedQuestionnaire("FIRST "), markedQuestionnaire("SECOND ", { version: 2 })),
  );
  const self = await asSupplier(ctx, token).open();
  expect(self.session.questionnaire.definition.version).toBe(1);
  expect(JSON.stringify(await showTasks(self, {}))).not.toContain("SECOND");
});

test("an attestation whose version is not there is a fault of ours, not a page of another version", async () => {
  const { ctx, shelves } = await withShelves();
  const { token, organisation } = await invite(ctx);
  shelves.set(organisation.id, catalogueContents(markedQuestionnaire("SECOND ", { version: 2 })));
  await expect(asSupplier(ctx, token).open()).rejects.toThrow(/no questionnaire .*@1/);
});

import { beforeEach, describe, expect, test } from "vitest";
import type { SupplierContext } from "#app/services/context/contexts";
import { addEvidence } from "#app/services/supplier/evidence/add-evidence";
import { evidenceLimits } from "#app/services/supplier/evidence/limits";
import { linkBudget, spendOfLink } from "#app/services/supplier/limits/link-budget";
import { StorageError } from "#db/errors";
import { type TestContext, testContext } from "#tests/support/context";
import { aPdf, pieces } from "#tests/support/documents";
import { asSupplier, invite } from "#tests/support/supplier";

let ctx: TestContext;
let supplier: ReturnType<typeof asSupplier>;
let self: SupplierContext;

beforeEach(async () => {
  ctx = await testContext();
  supplier = asSupplier(ctx, (await invite(ctx)).token);
  self = await supplier.open();
});

const add = (mark: string, by = self) =>
  addEvidence(by, { question: "A2", name: `${mark}.pdf`, bytes: pieces(aPdf({ mark, bytes: 50_000 })) });

async function expectDiskIsRecord(): Promise<void> {
  const { attached } = await ctx.store.evidence.bytes(new Date(0));
  expect(await ctx.files.bytes()).toBe(attached);
}

describe("bytes on disk", () => {
  test("are those on record when a question has all that it may, however much more is sent", async () => {
    for (let at = 0; at < evidenceLimits.files; at += 1) expect((await add(`no ${at}`)).kind).toBe("added");
    for (let at = 0; at < 5; at += 1) expect(await add(`more ${at}`)).toEqual({ kind: "full", of: "question" });
    await expectDiskIsRecord();
    // What is there already needs no room.
    self = await supplier.open();
    expect(await add("no 3")).toMatchObject({ kind: "added", again: true });
    await expectDiskIsRecord();
  });

  test("are those on record when many are sent in the same moment for the last place", async () => {
    for (let at = 1; at < evidenceLimits.files; at += 1) await add(`no ${at}`);
    const kinds = (await Promise.all(Array.from({ length: 8 }, (_, at) => add(`at once ${at}`)))).map(
      ({ kind }) => kind,
    );
    expect(kinds.filter((kind) => kind === "added")).toHaveLength(1);
    expect(kinds.filter((kind) => kind === "full")).toHaveLength(7);
    await expectDiskIsRecord();
  });

  test("are those on record when the record takes nothing more", async () => {
    await add("before");
    const broken = Object.assign({}, self, {
      store: {
        ...self.store,
        evidence: { ...self.store.evidence, add: () => Promise.reject(new StorageError("busy", undefined)) },
      },
    });
    expect(await add("refused", broken)).toEqual({ kind: "not-saved" });
    // The same bytes as a document that is attached stay, for it.
    expect(await add("before", broken)).toEqual({ kind: "not-saved" });
    await expectDiskIsRecord();
    const [kept] = await ctx.store.evidence.list(self.session.file.attestation.org, self.session.file.attestation.id);
    expect(await ctx.files.open(kept?.sha256 ?? "")).toBeDefined();
  });

  test("are those on record when files of no kind that is taken are sent", async () => {
    const bytes = pieces(Buffer.from("<html>no document</html>".repeat(1_000)));
    expect((await addEvidence(self, { question: "A2", name: "page.html", bytes })).kind).toBe("refused");
    await expectDiskIsRecord();
  });
});

describe("what one link may write in an hour", () => {
  test.each(["writes", "starts"] as const)("has an end for %s, which others do not feel, and begins anew", (what) => {
    const link = `a link of ${what}`;
    for (let at = 0; at < linkBudget[what]; at += 1) spendOfLink(link, what, 1_000);
    expect(() => spendOfLink(link, what, 2_000)).toThrow("too-often");
    expect(() => spendOfLink("another link", what, 2_000)).not.toThrow();
    expect(() => spendOfLink(link, what, 1_000 + linkBudget.windowMs)).not.toThrow();
  });
});

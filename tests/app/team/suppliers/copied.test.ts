import { beforeEach, expect, test } from "vitest";
import { addEvidence } from "#app/services/supplier/evidence/add-evidence";
import { standBy } from "#app/services/supplier/signing/findings/stand-by";
import { showCheck } from "#app/services/supplier/signing/show-check";
import { showSupplier } from "#app/services/team/suppliers/show-supplier";
import type { Answers } from "#questionnaires/answers";
import { asPerson, type TestContext, testContext } from "#tests/support/context";
import { aPdf, pieces } from "#tests/support/documents";
import { aUser } from "#tests/support/factories";
import { askAgain, asSupplier, type Invited, invite } from "#tests/support/supplier";
import { addSuppliers } from "#tests/support/world";

const text = "All our workers get a written contract in their own language before they travel to us.";
const copying: Answers = { G1: { value: { answer: "worker" }, comment: text } };

let ctx: TestContext;
let first: Invited;
let second: Invited;

/** One more supplier of the same buyer. */
async function neighbour(contact = {}): Promise<Invited> {
  const [added] = await addSuppliers(ctx.store, first.organisation.id, [{ name: "Other Mill" }], {
    language: "en",
    ...contact,
  });
  if (!added) throw new Error("nobody was added");
  return askAgain(ctx, { organisation: first.organisation, ...added });
}

async function answerAll(invited: Invited, over: Answers, file?: string) {
  const supplier = asSupplier(ctx, invited.token);
  await supplier.answersAll();
  await supplier.answers(over);
  const bytes = () => pieces(aPdf({ mark: file }));
  if (file) await addEvidence(await supplier.open(), { question: "K1", name: "policy.pdf", bytes: bytes() });
  return supplier;
}

async function findings(of = first) {
  const user = aUser({ org: of.organisation.id, role: "analyst" });
  const page = await showSupplier(asPerson(ctx, { user, organisation: of.organisation }), { id: of.supplier.id });
  if (!page.rated?.findings) throw new Error("nothing was signed");
  return page.rated.findings;
}

const company = (over: Record<string, string>): Answers => ({
  A2: { value: { name: "Other Mill", number: "PT-999", country: "PT", owners: [], ...over } },
});

beforeEach(async () => {
  ctx = await testContext();
  first = await invite(ctx, { organisation: { name: "Nordmark" } });
  await (await answerAll(first, copying, "one policy")).submits();
  second = await neighbour();
});

test("one file and one text of two suppliers are told on both pages, and to neither of them", async () => {
  const shouted = { G1: { value: { answer: "worker" }, comment: text.toUpperCase().replaceAll(" ", "  ") } };
  const other = await answerAll(second, { ...company({}), ...shouted }, "one policy");
  expect((await findings()).copied).toEqual([]);
  expect(JSON.stringify(await showCheck(await other.open(), {}))).not.toMatch(/Fiação|another supplier/);
  await other.submits();
  const { copied } = await findings();
  expect(copied.map(({ what, question, otherQuestion }) => [what, question, otherQuestion])).toEqual([
    ["file", "K1", "K1"],
    ["text", "G1", "G1"],
  ]);
  expect(copied[0]).toMatchObject({ name: "Other Mill", href: `/suppliers/${second.supplier.id}` });
  expect((await findings(second)).copied).toHaveLength(2);
});

test.each([
  ["the same registration number", { number: "pt 501" }],
  ["the first as its parent", { parent: "FIAÇÃO DO AVE" }],
])("suppliers with %s belong together", async (_, over) => {
  await (await answerAll(second, { ...company(over), ...copying }, "one policy")).submits();
  expect((await findings()).copied).toEqual([]);
});

test("suppliers with a contact's address in common belong together, and others' texts are their own", async () => {
  const sister = await neighbour({ email: first.contact.email });
  await (await answerAll(sister, { ...company({}), ...copying }, "one policy")).submits();
  await (await answerAll(second, company({}), "another policy")).submits();
  expect((await findings()).copied).toEqual([]);
});

test("what a supplier stood by is told with its reason, and what it said nothing of too", async () => {
  const other = await answerAll(second, { L1: { value: { suppliers: 4, asked: 0, answered: 0 } } });
  await standBy(await other.open(), { finding: "c8", reason: "Asked by phone" });
  await other.submits();
  const found = await findings(second);
  expect(found.contradictions).toMatchObject([{ id: "c8", stoodBy: true, reason: "Asked by phone" }]);
  expect((await findings()).contradictions).toEqual([]);
});

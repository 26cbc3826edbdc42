import { createHash } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { withEvidence } from "#app/services/answers/evidence-answers";
import { readAsSigned } from "#app/services/answers/signed/signed-file";
import type { SupplierContext } from "#app/services/context/contexts";
import { describeEvidence } from "#app/services/supplier/evidence/about/describe-evidence";
import { showAboutEvidence } from "#app/services/supplier/evidence/about/show-about";
import { addEvidence } from "#app/services/supplier/evidence/add-evidence";
import { showEvidence } from "#app/services/supplier/evidence/show-evidence";
import { showCheck } from "#app/services/supplier/signing/show-check";
import { type TestContext, testContext } from "#tests/support/context";
import { aPdf, pieces } from "#tests/support/documents";
import { asSupplier, form, type Invited, invite } from "#tests/support/supplier";

let ctx: TestContext;
let invited: Invited;
let open: () => Promise<SupplierContext>;
let id: string;

const add = async (question: string, mark = "one") => {
  const added = await addEvidence(await open(), { question, name: "wages.pdf", bytes: pieces(aPdf({ mark })) });
  if (added.kind !== "added") throw new Error(added.kind);
  return added.evidence;
};
const say = async (fields: Readonly<Record<string, string | readonly string[]>>) =>
  describeEvidence(await open(), { evidence: id, fields: form({ questions: ["A2"], ...fields }) });
const files = async () => (await open()).session.file.evidence;
const takers = async () => {
  const { questionnaire, walk } = (await open()).session;
  return questionnaire.plan.pages.filter((one) => one.evidence && walk.asked.has(one.id)).map((one) => one.id);
};

beforeEach(async () => {
  ctx = await testContext();
  invited = await invite(ctx);
  ({ open } = asSupplier(ctx, invited.token));
  ({ id } = await add("A2"));
});

describe("what a document is", () => {
  test("is read like answers, kept, shown in the list, and filled in again", async () => {
    const said = { kind: "record", "from.year": "2026", "from.month": "1", issuer: " Labour  office ", people: "no" };
    const dates = { until: "March 2026", "issued.year": "2026", "issued.month": "2", "issued.day": "3" };
    expect(await say({ ...said, ...dates, language: "th" })).toEqual({ kind: "saved", question: "A2" });
    const about = {
      kind: "record",
      from: "2026-01",
      until: "2026-03",
      issued: "2026-02-03",
      people: "no",
      language: "th",
    };
    expect((await files()).A2).toMatchObject([{ id, about: { ...about, issuer: "Labour office" } }]);
    const [line] = (await showEvidence(await open(), { question: "A2" })).files;
    expect(line?.about).toContain("First month that it covers: Jan 2026");
    expect(line?.about).toContain("Language of the document: ไทย");
    const page = await showAboutEvidence(await open(), { evidence: id });
    const from = page.fields.find((one) => one.id === "from")?.control;
    expect(from?.kind === "date" && from.boxes.map(({ value }) => value)).toEqual(["01", "2026"]);
  });

  test.each([
    ["a month that is none", { "from.year": "2026", "from.month": "13" }, { field: "from", code: "not-a-date" }],
    ["a month to come", { "from.year": "2099", "from.month": "1" }, { field: "from", code: "after-today" }],
    ["an end before its begin", { from: "2026-01", until: "2025-12" }, { field: "until", code: "before-begin" }],
    ["a day that can be two", { issued: "03/04/2025" }, { field: "issued", code: "ambiguous-date" }],
    [
      "an end of validity before its issue",
      { issued: "2025-05-02", expires: "2025-05-01" },
      { field: "expires", code: "before-begin" },
    ],
    ["a kind that is not offered", { kind: "toString" }, { field: "kind", code: "unknown-option" }],
    ["a site that is not there", { site: "s9" }, { field: "site", code: "unknown-option" }],
    ["a language that is none", { language: "xx" }, { field: "language", code: "unknown-option" }],
    ["a long issuer", { issuer: "x".repeat(201) }, { field: "issuer", code: "too-long" }],
    ["no question", { questions: [] }, { field: "questions", code: "required" }],
    ["a question that takes none", { questions: ["A2", "O2"] }, { field: "questions", code: "unknown-option" }],
  ])("is not %s", async (_, fields, error) => {
    const outcome = await say(fields);
    expect(outcome).toMatchObject({ kind: "errors", errors: [error] });
    expect((await files()).A2?.[0]).not.toHaveProperty("about");
  });

  test("is old when what it tells of, or its issue, lies further back than two years", async () => {
    const old = async (fields: Readonly<Record<string, string>>) => {
      await say(fields);
      return (await showEvidence(await open(), { question: "A2" })).files[0]?.old;
    };
    const months = (back: number) => {
      const now = ctx.clock.now();
      return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - back, 15)).toISOString();
    };
    expect(await old({})).toBeUndefined();
    expect(await old({ until: months(24).slice(0, 7) })).toBeUndefined();
    expect(await old({ until: months(25).slice(0, 7) })).toBe(
      "It is more than 24 months old. A newer file proves more.",
    );
    expect(await old({ issued: months(25).slice(0, 10) })).toContain("24 months");
    expect(await old({ issued: months(25).slice(0, 10), until: months(1).slice(0, 7) })).toBeUndefined();
    expect(await old({ issued: months(25).slice(0, 10), expires: months(-12).slice(0, 10) })).toBeUndefined();
    expect(await old({ issued: months(25).slice(0, 10), expires: months(1).slice(0, 10) })).toContain("24 months");
  });

  test("said twice is said once, and everything may be taken back", async () => {
    await say({ kind: "policy" });
    const { revision } = (await open()).session.file.attestation;
    await say({ kind: "policy" });
    expect((await open()).session.file.attestation.revision).toBe(revision);
    await say({});
    expect((await files()).A2).toMatchObject([{ about: {} }]);
    const trail = await ctx.store.audit.trail(invited.organisation.id, { most: 10, actions: ["evidence.described"] });
    expect(trail.map(({ details }) => details)).toEqual([
      { evidence: id, fields: ["kind"] },
      { evidence: id, fields: ["kind"] },
    ]);
  });

  test("of another supplier can be neither read nor changed", async () => {
    const other = asSupplier(ctx, (await invite(ctx, { organisation: { name: "Other" } })).token);
    const asked = { evidence: id, fields: form({ questions: ["A2"] }) };
    await expect(describeEvidence(await other.open(), asked)).rejects.toMatchObject({ code: "not-found" });
    await expect(showAboutEvidence(await other.open(), { evidence: id })).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("one file for several questions", () => {
  test("is one file for the rating, and worth another look from three on", async () => {
    const [first = "", second = "", third = ""] = await takers();
    await say({ questions: [first, second] });
    const look = async () => (await showCheck(await open(), {})).warnings;
    expect(await look()).toEqual([]);
    await say({ questions: [first, second, third] });
    expect(await look()).toMatchObject([{ text: expect.stringContaining(`${first}, ${second}, ${third}`) }]);
    expect(await look()).toHaveLength(1);
    const { evidence } = (await open()).session.file;
    const answers = withEvidence({ evidence, answers: { [first]: {}, [second]: {}, [third]: {} } });
    expect(new Set(Object.values(answers).flatMap((answer) => answer.evidence?.map((one) => one.id) ?? []))).toEqual(
      new Set([id]),
    );
  });

  test("that was sent to each by itself counts the same", async () => {
    const [first = "", second = ""] = (await takers()).filter((code) => code !== "A2");
    await add(first);
    await add(second);
    expect((await showCheck(await open(), {})).warnings).toHaveLength(1);
    await add(first, "a proof of its own");
    expect((await files())[first]).toMatchObject([{ file: id }, {}]);
  });

  test("is taken from one question and stays at the others", async () => {
    const [, second = ""] = await takers();
    await say({ questions: ["A2", second] });
    expect(await say({ questions: [second] })).toEqual({ kind: "saved", question: second });
    expect(Object.keys(await files())).toEqual([second]);
  });
});

test("a signed document says what was said of its documents, and only where something was", () => {
  const document = { id: "e1", question: "A2", name: "a.pdf", type: "application/pdf", bytes: 1, sha256: "0" };
  const read = (evidence: object) => {
    const signer = { name: "n", job: "j", sharing: "buyer" };
    const text = JSON.stringify({
      ...{
        reference: "N26-0001",
        answers: {},
        evidence: [evidence],
        texts: { language: "en" },
        statement: { hash: "h" },
      },
      ...{ signer, signedAt: "2026-11-01T00:00:00.000Z" },
    });
    const hash = createHash("sha256").update(text).digest("hex");
    const declaration = { ...signer, language: "en", statementHash: "h", signedAt: new Date(), hash, document: text };
    const file = { declaration, attestation: { reference: "N26-0001" }, evidence: {} };
    // Reading a signed document looks at nothing else of its file.
    return readAsSigned(ctx, file as unknown as Parameters<typeof readAsSigned>[1]);
  };
  const about = { kind: "record", from: "2026-01" };
  expect(read({ ...document, about, file: "e0" })).toMatchObject({
    file: { evidence: { A2: [{ about, file: "e0" }] } },
  });
  const plain = read(document);
  expect("file" in plain && plain.file.evidence.A2?.[0]).not.toHaveProperty("about");
});

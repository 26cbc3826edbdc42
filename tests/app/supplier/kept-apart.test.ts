import { beforeEach, describe, expect, test } from "vitest";
import { withEvidence } from "#app/services/answers/evidence-answers";
import { asSystem } from "#app/services/context/callers";
import type { ScanOutcome } from "#app/services/context/resources/virus-scanner";
import type { Finding } from "#app/services/installation/verify/findings";
import { verifyRecord } from "#app/services/installation/verify/verify-record";
import { addEvidence } from "#app/services/supplier/evidence/add-evidence";
import { readEvidence } from "#app/services/supplier/evidence/attached-evidence";
import { removeEvidence } from "#app/services/supplier/evidence/remove-evidence";
import { showEvidence } from "#app/services/supplier/evidence/show-evidence";
import { changeDocumentRules, showDocumentRules } from "#app/services/team/documents/document-rules";
import {
  downloadKeptApart,
  keptApartPlace,
  releaseEvidence,
  showKeptApart,
} from "#app/services/team/documents/kept-apart";
import { addRating } from "#app/services/team/ratings/add-rating";
import { downloadEvidence } from "#app/services/team/suppliers/download-evidence";
import { showSupplier } from "#app/services/team/suppliers/show-supplier";
import type { Role } from "#terms/roles";
import { asPerson, type TestContext, testContext } from "#tests/support/context";
import { aPdf, aZip, pieces } from "#tests/support/documents";
import { aUser } from "#tests/support/factories";
import { asSupplier, type Invited, invite } from "#tests/support/supplier";
import { codeOf } from "#tests/support/team";

const open = { "[Content_Types].xml": "<Types/>", "word/document.xml": "<w:document/>" };
const macros = aZip({ "[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<workbook/>", "xl/vbaProject.bin": "x" });
const script = Buffer.from(
  "%PDF-1.4\n1 0 obj<</Type/Catalog/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n",
);
const remote = aZip({
  ...open,
  "word/_rels/settings.xml.rels":
    '<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="https://elsewhere.example/t.dotm" TargetMode="External"/></Relationships>',
});
const holding = aZip({ ...open, "word/embeddings/oleObject1.bin": "x" });

let ctx: TestContext;
let invited: Invited;
let supplier: ReturnType<typeof asSupplier>;

const as = (role: Role, of: Pick<Invited, "organisation"> = invited) =>
  asPerson(ctx, { user: aUser({ org: of.organisation.id, role, name: "Ida Roth" }), organisation: of.organisation });
const allow = () => changeDocumentRules(as("admin"), { dangerous: "keep-apart" });
const send = async (bytes: Buffer, name = "list.xlsx", question = "A2") =>
  addEvidence(await supplier.open(), { question, name, bytes: pieces(bytes) });
const trail = () => ctx.store.audit.trail(invited.organisation.id, { subjects: [invited.attestation], most: 1000 });
const filesOf = async () => (await showEvidence(await supplier.open(), { question: "A2" })).files;

/** Sends it, where it is expected to arrive. */
async function arrived(bytes = macros, name = "list.xlsx") {
  const outcome = await send(bytes, name);
  if (outcome.kind !== "added") throw new Error(`not added: ${JSON.stringify(outcome)}`);
  return { supplier: invited.supplier.id, evidence: outcome.evidence.id };
}

beforeEach(async () => {
  ctx = await testContext();
  invited = await invite(ctx);
  supplier = asSupplier(ctx, invited.token);
  await supplier.open();
});

const dangerous = [
  ["a workbook with macros", macros, "list.xlsm", "macros"],
  ["a text document with macros", aZip({ ...open, "word/vbaProject.bin": "x" }), "letter.docx", "macros"],
  ["a text document with a file in it", holding, "letter.docx", "holds-files"],
  ["a text document with a template from elsewhere", remote, "letter.docx", "remote"],
  ["a PDF with JavaScript", script, "form.pdf", "script"],
] as const;

describe("where the buyer has not allowed it", () => {
  test.each(dangerous)("%s is refused", async (_, bytes, name, why) => {
    expect(await send(bytes, name)).toEqual({ kind: "refused", why });
    expect(await filesOf()).toEqual([]);
    expect(await ctx.files.names()).toEqual([]);
  });
});

describe("where the buyer allows it", () => {
  beforeEach(allow);

  test.each(dangerous)("%s is taken and kept apart, and its supplier is told", async (_, bytes, name, why) => {
    const outcome = await send(bytes, name);
    expect(outcome).toMatchObject({ kind: "added", evidence: { heldFor: why } });
    const { notes, files } = await showEvidence(await supplier.open(), {
      question: "A2",
      sent: { files: [{ name, outcome }], more: false },
    });
    expect(notes).toEqual([expect.stringContaining("kept apart")]);
    expect(files).toMatchObject([{ keptApart: expect.stringContaining(invited.organisation.name) }]);
    expect(files[0]?.href).toBeUndefined();
    const [event] = await trail();
    expect(event).toMatchObject({ action: "evidence.added", details: { heldFor: why } });
  });

  test.each([
    ["a program", Buffer.from("MZ\x90"), "program"],
    ["an archive", aZip({ "a.txt": "x" }), "archive"],
    [
      "an archive with macros that is no document",
      aZip({ "[Content_Types].xml": "", "ppt/vbaProject.bin": "x" }),
      "macros",
    ],
    ["a web page", Buffer.from("<html><script>1</script>"), "web-page"],
  ])("%s is refused all the same", async (_, bytes, why) => {
    expect(await send(bytes)).toEqual({ kind: "refused", why });
    expect(await ctx.files.names()).toEqual([]);
  });

  test("a harmless document is one like before", async () => {
    const outcome = await send(aPdf(), "proof.pdf");
    expect(outcome.kind === "added" && "heldFor" in outcome.evidence).toBe(false);
    expect((await filesOf())[0]?.href).toBeDefined();
  });

  test.each<[string, ScanOutcome | Error, string | undefined]>([
    ["infected is refused", { found: "Eicar-Test-Signature" }, "virus"],
    ["clean is kept apart, as scanned", "clean", undefined],
    ["that could not be scanned is kept apart, as not scanned", new Error("no scanner"), undefined],
  ])("a document with macros that is %s", async (_, said, why) => {
    const scan = async () => {
      if (said instanceof Error) throw said;
      return said;
    };
    const self = { ...(await supplier.open()), scanner: { scan } };
    const outcome = await addEvidence(self, { question: "A2", name: "list.xlsx", bytes: pieces(macros) });
    if (why !== undefined) {
      expect(outcome).toEqual({ kind: "refused", why });
      expect(await ctx.files.names()).toEqual([]);
    } else {
      expect(outcome).toMatchObject({ kind: "added", evidence: { heldFor: "macros" } });
      expect(outcome.kind === "added" && outcome.evidence.scannedAt !== undefined).toBe(said === "clean");
    }
  });

  test("sent twice it is there once, and it takes its place among the most files", async () => {
    const first = await arrived();
    expect(await send(macros)).toMatchObject({ kind: "added", again: true, evidence: { id: first.evidence } });
    const { org, id: attestation } = (await supplier.open()).session.file.attestation;
    const asked = { org, attestation, question: "A2", bytes: 1, limits: { files: 1, bytes: 9e9, everBytes: 9e9 } };
    expect(await ctx.store.evidence.room(asked)).toBe("question");
  });

  test("it is opened by nobody in the ordinary way", async () => {
    const named = await arrived();
    for (const role of ["viewer", "analyst", "buyer", "admin"] as const) {
      expect(await codeOf(downloadEvidence(as(role), named))).toBe("not-found");
      expect(await keptApartPlace(as(role), named)).toBe(
        `/suppliers/${named.supplier}/evidence/${named.evidence}/kept-apart`,
      );
    }
    expect(await codeOf(readEvidence(await supplier.open(), { evidence: named.evidence }))).toBe("not-found");
  });

  test("is downloaded by an administrator only, under a name that no program opens, with an event", async () => {
    const named = await arrived();
    for (const role of ["viewer", "analyst", "buyer"] as const)
      expect(await codeOf(downloadKeptApart(as(role), named))).toBe("not-allowed");
    const file = await downloadKeptApart(as("admin"), named);
    expect(file).toMatchObject({ name: "list.xlsx.kept-apart", type: "application/octet-stream" });
    expect(Buffer.from(await new Response(file.body).arrayBuffer())).toEqual(macros);
    const [event] = await trail();
    expect(event).toMatchObject({ action: "evidence.downloaded", details: { heldFor: "macros" } });
  });

  test("is released by an administrator only and once, and is then a document like all others", async () => {
    const named = await arrived();
    for (const role of ["viewer", "analyst", "buyer"] as const)
      expect(await codeOf(releaseEvidence(as(role), named))).toBe("not-allowed");
    expect(await showKeptApart(as("analyst"), named)).toMatchObject({ why: "macros", mayRelease: false });
    await releaseEvidence(as("admin"), named);
    await releaseEvidence(as("admin"), named);
    const released = (await trail()).filter(({ action }) => action === "evidence.released");
    expect(released).toMatchObject([{ details: { question: "A2", evidence: named.evidence, heldFor: "macros" } }]);
    expect(await showKeptApart(as("viewer"), named)).toMatchObject({ released: { by: "Ida Roth" } });
    expect(await keptApartPlace(as("viewer"), named)).toBeUndefined();
    expect((await downloadEvidence(as("viewer"), named)).name).toBe("list.xlsx");
    expect((await filesOf())[0]?.href).toBeDefined();
  });

  test("is of its own organisation and supplier, and nothing once it was taken back", async () => {
    const named = await arrived();
    const other = await invite(ctx);
    const ours = asPerson(ctx, { user: aUser({ org: other.organisation.id }), organisation: other.organisation });
    const asked = [showKeptApart, releaseEvidence, downloadKeptApart] as const;
    for (const ask of asked) {
      expect(await codeOf(ask(ours, named))).toBe("not-found");
      expect(await codeOf(ask(as("admin"), { ...named, supplier: other.supplier.id }))).toBe("not-found");
    }
    await removeEvidence(await supplier.open(), { evidence: named.evidence });
    for (const ask of asked) expect(await codeOf(ask(as("admin"), named))).toBe("not-found");
    const plain = await arrived(aPdf(), "proof.pdf");
    for (const ask of asked) expect(await codeOf(ask(as("admin"), plain))).toBe("not-found");
  });

  test("is no proof until it is released; a rating made before stays, and the record fits together", async () => {
    await supplier.answersAll();
    const named = await arrived();
    const proofOf = async () => {
      const file = await ctx.store.attestations.get(invited.organisation.id, invited.attestation);
      return file && withEvidence(file).A2?.evidence;
    };
    expect(await proofOf()).toBeUndefined();
    expect((await supplier.submits()).kind).toBe("submitted");
    ctx.later(24);
    await releaseEvidence(as("admin"), named);
    expect(await proofOf()).toEqual([{ id: named.evidence, status: "attached" }]);
    const before = await ctx.store.ratings.latest(invited.organisation.id, invited.supplier.id);
    ctx.later(24);
    await addRating(as("analyst"), { supplier: invited.supplier.id });
    const history = await ctx.store.ratings.history(invited.organisation.id, invited.supplier.id);
    expect(history[1]).toEqual(before);
    expect(history[0]?.rating.confidenceParts.evidence).toBeGreaterThan(before?.rating.confidenceParts.evidence ?? 100);
    const findings: Finding[] = [];
    await verifyRecord(asSystem(ctx, "verify"), { found: (finding) => findings.push(finding) });
    expect(findings).toEqual([]);
  });

  test("is marked in the answers that the team reads, and leads to the page that says why", async () => {
    await supplier.answersAll();
    const named = await arrived();
    await supplier.submits();
    const page = JSON.stringify(await showSupplier(as("analyst"), { id: invited.supplier.id }));
    expect(page).toContain(
      `"isApart":true,"href":"/suppliers/${named.supplier}/evidence/${named.evidence}/kept-apart"`,
    );
  });

  test("released while its supplier is about to sign, it has them look again", async () => {
    await supplier.answersAll();
    const named = await arrived();
    const self = await supplier.open();
    await releaseEvidence(as("admin"), named);
    const file = await ctx.store.attestations.get(invited.organisation.id, invited.attestation);
    expect(file?.attestation.revision).toBe(self.session.file.attestation.revision + 1);
    expect(file?.attestation.savedAt).toEqual(self.session.file.attestation.savedAt);
  });
});

describe("what the buyer allows", () => {
  test("is refusing until somebody says otherwise, and what is said twice is one event", async () => {
    expect(await showDocumentRules(as("admin"), {})).toEqual({ keepsApart: false });
    await changeDocumentRules(as("admin"), { dangerous: "refuse" });
    await allow();
    await allow();
    expect(await showDocumentRules(as("admin"), {})).toEqual({ keepsApart: true });
    const events = await ctx.store.audit.trail(invited.organisation.id, {
      actions: ["documents.rules-changed"],
      most: 9,
    });
    expect(events).toMatchObject([{ details: { keepsApart: true } }]);
    expect(await changeDocumentRules.submit(as("admin"), { dangerous: "both" })).toEqual({
      faults: [{ field: "dangerous", code: "not-valid" }],
    });
    for (const role of ["viewer", "analyst", "buyer"] as const)
      expect(await codeOf(changeDocumentRules(as(role), { dangerous: "refuse" }))).toBe("not-allowed");
  });

  test("is each organisation's own, and changing it leaves what came before as it was", async () => {
    await allow();
    const named = await arrived();
    await changeDocumentRules(as("admin"), { dangerous: "refuse" });
    expect(await send(script, "form.pdf")).toEqual({ kind: "refused", why: "script" });
    expect(await keptApartPlace(as("admin"), named)).toBeDefined();
    const other = await invite(ctx);
    expect(await showDocumentRules(as("admin", other), {})).toEqual({ keepsApart: false });
  });
});

import { beforeEach, describe, expect, test } from "vitest";
import { readAsSigned } from "#app/services/answers/signed/signed-file";
import { asSystem } from "#app/services/context/callers";
import { verifyRecord } from "#app/services/installation/verify/verify-record";
import { writeMail } from "#app/services/mails/write-mail";
import { approveSignature } from "#app/services/supplier/approval/approve";
import { returnApproval, withdrawApproval } from "#app/services/supplier/approval/end-approval";
import { showApprove } from "#app/services/supplier/approval/show-approve";
import { showWaiting } from "#app/services/supplier/approval/show-waiting";
import { showColleagueLanding } from "#app/services/supplier/colleagues/show-colleague-landing";
import { showColleagues } from "#app/services/supplier/colleagues/show-colleagues";
import { askHelp } from "#app/services/supplier/help/ask-help";
import { saveQuestion } from "#app/services/supplier/question/save-question";
import { showReceipt } from "#app/services/supplier/receipt/show-receipt";
import { showCheck } from "#app/services/supplier/signing/show-check";
import { showSignPage } from "#app/services/supplier/signing/show-sign-page";
import { showTasks } from "#app/services/supplier/tasks/show-tasks";
import { colleagueScene } from "#tests/app/supplier/colleagues/scene";
import { form, signature } from "#tests/support/supplier";
import { approvalScene, second } from "./scene";

type Scene = Awaited<ReturnType<typeof approvalScene>>;

describe("a signature that needs a second person", () => {
  let scene: Scene;
  beforeEach(async () => {
    scene = await approvalScene();
  });

  test("is sent only when that person approves, after a code for each, with both names in what is signed", async () => {
    expect(await scene.signs()).toEqual({ kind: "waiting" });
    expect(await scene.file()).toMatchObject({ attestation: { state: "open" } });
    expect((await scene.file())?.declaration).toBeUndefined();
    const waiting = await showWaiting(await scene.supplier.open(), {});
    expect(waiting).toMatchObject({ title: "Waiting for the approval of Mia Chen", email: second["approval.email"] });

    const [mail] = await scene.mails("approval");
    expect(mail?.to).toBe(second["approval.email"]);
    const written = mail && (await writeMail(scene.ctx, mail));
    const token = await scene.approverToken();
    expect(written?.text).toContain(token);
    expect(written?.text).not.toContain(scene.invited.token);
    const landing = await showColleagueLanding(scene.visitor, { token });
    expect(landing).toMatchObject({ asker: "Rita Alves", name: "Mia Chen", sections: [], proof: waiting?.proof });

    const open = await scene.approver();
    const check = await showCheck(await open(), {});
    const lines = check.sections.flatMap(({ answers }) => answers);
    expect(lines.length).toBeGreaterThan(20);
    expect(lines.filter(({ href }) => href !== undefined)).toEqual([]);
    expect(check.sign.href).toMatch(/\/approve$/);
    expect((await showApprove(await open(), {})).over).toBeUndefined();

    const approved = await scene.approves(open);
    if (approved.kind !== "submitted") throw new Error(`not sent: ${approved.kind}`);
    const document = JSON.parse(approved.declaration.document);
    expect(document).toMatchObject({
      signer: { name: "Rita Alves" },
      confirmation: { confirmedBy: "code" },
      approval: { name: "Mia Chen", confirmation: { confirmedBy: "code", codeSentTo: "m•••@haoyuan.example" } },
    });
    expect(document.confirmation.codeSentTo).not.toBe(document.approval.confirmation.codeSentTo);
    expect(scene.ctx.sha256(approved.declaration.document)).toBe(approved.declaration.hash);
    const file = await scene.file();
    expect(file && readAsSigned(scene.ctx, file)).toHaveProperty("file");
    expect(await showReceipt(await scene.supplier.open(), {})).toMatchObject({ approved: "Mia Chen" });
    expect(await showReceipt(await open(), {})).toMatchObject({ approved: "Mia Chen" });
    expect(await scene.approves(open)).toMatchObject({ kind: "submitted" });
    const actions = (await scene.events()).map(({ action }) => action);
    expect(actions.filter((action) => action === "attestation.submitted")).toHaveLength(1);
    expect(actions).toEqual(expect.arrayContaining(["approval.asked", "approval.given"]));
    const findings: unknown[] = [];
    await verifyRecord(asSystem(scene.ctx, "verify"), { found: (finding) => findings.push(finding) });
    expect(findings).toEqual([]);
  });

  test("is asked for once, however often it is signed meanwhile", async () => {
    await scene.signs();
    expect(await scene.signs()).toEqual({ kind: "waiting" });
    expect(await scene.supplier.submits(signature)).toEqual({ kind: "waiting" });
    expect(await scene.mails("approval")).toHaveLength(1);
  });

  test("is void once an answer changes, and has to be signed again", async () => {
    await scene.signs();
    const open = await scene.approver();
    await scene.changes();
    expect(await scene.approves(open)).toEqual({ kind: "over" });
    expect((await showApprove(await open(), {})).over).toMatch(/changed/);
    expect(await showWaiting(await scene.supplier.open(), {})).toBeUndefined();
    const page = await showSignPage(await scene.supplier.open(), {});
    expect(page.note?.text).toMatch(/changed/);
    // Who was asked before stands there again, so that nothing goes out without them by an oversight.
    expect(page.approver).toMatchObject({ isOpen: true, fields: [{ value: "Mia Chen" }, {}] });
    expect(await scene.signs()).toEqual({ kind: "waiting" });
    expect(await scene.approves(open)).toEqual({ kind: "over" });
    expect(await scene.approves(await scene.approver())).toMatchObject({ kind: "submitted" });
  });

  test("is void when the answer changes while the code is typed", async () => {
    await scene.signs();
    const open = await scene.approver();
    const self = await open();
    await approveSignature(self, { fields: form({}) });
    await scene.changes();
    const code = await scene.newestCode();
    const fields = form({ codeStep: "check", code });
    expect((await approveSignature(self, { fields })).kind).toBe("over");
    expect((await approveSignature(await open(), { fields })).kind).toBe("over");
    expect((await scene.file())?.declaration).toBeUndefined();
  });

  test("is returned with a line that says why, which the signer reads and gets by mail", async () => {
    await scene.signs();
    const open = await scene.approver();
    expect(await returnApproval(await open(), { fields: form({ reason: " \n" }) })).toBe("blank");
    expect(await returnApproval(await open(), { fields: form({ reason: "x".repeat(501) }) })).toBe("too-long");
    const fields = form({ reason: "E1: <b>not all</b> agencies" });
    expect(await returnApproval(await open(), { fields })).toBe("returned");
    expect(await returnApproval(await open(), { fields })).toBe("gone");
    expect(await scene.approves(open)).toEqual({ kind: "over" });
    expect(await showApprove(await open(), {})).toMatchObject({ over: "" });
    const page = await showSignPage(await scene.supplier.open(), {});
    expect(page.note).toMatchObject({ reason: "E1: <b>not all</b> agencies" });
    const [mail] = await scene.mails("returned");
    expect(mail?.to).toBe(scene.invited.contact.email);
    const written = mail && (await writeMail(scene.ctx, mail));
    expect(written?.text).toContain("> E1: <b>not all</b> agencies");
    expect(written?.html).not.toContain("<b>not all");
    expect(written?.text).toContain(scene.invited.token);
    expect(JSON.stringify(await scene.events())).not.toContain("not all");
    expect(await scene.supplier.submits(signature)).toMatchObject({ kind: "code" });
  });

  test("is taken back at any time: the link ends, and the signature can be sent without", async () => {
    await scene.signs();
    const token = await scene.approverToken();
    const open = await scene.approver();
    expect(await withdrawApproval(await scene.supplier.open(), {})).toBe("withdrawn");
    expect(await withdrawApproval(await scene.supplier.open(), {})).toBe("gone");
    await expect(open()).rejects.toMatchObject({ code: "session-missing" });
    await expect(showColleagueLanding(scene.visitor, { token })).rejects.toMatchObject({ code: "colleague-ended" });
    expect(await scene.signs({ "approval.name": "", "approval.email": "" })).toMatchObject({ kind: "submitted" });
    expect((await scene.file())?.declaration?.document).not.toContain("approval");
  });

  test.each([
    [{ "approval.email": "" }, "approval.email"],
    [{ "approval.name": "" }, "approval.name"],
    [{ "approval.name": "Win at www.example.com" }, "approval.name"],
    [{ "approval.email": "nobody" }, "approval.email"],
  ])("is refused for somebody who is none: %j", async (over, field) => {
    expect(await scene.signs(over)).toEqual({ kind: "errors", errors: [{ field, code: "required" }] });
    expect(
      await scene.ctx.store.approvals.newest(scene.invited.organisation.id, scene.invited.attestation),
    ).toBeUndefined();
  });

  test("is refused for the signer's own address, in any spelling", async () => {
    const over = { "approval.email": scene.invited.contact.email.toUpperCase() };
    expect(await scene.signs(over)).toMatchObject({ kind: "errors", errors: [{ field: "approval.email" }] });
  });

  test("wrong codes of the second person send nothing", async () => {
    await scene.signs();
    const open = await scene.approver();
    await approveSignature(await open(), { fields: form({}) });
    for (const tries of [4, 3, 2, 1]) {
      const outcome = await approveSignature(await open(), { fields: form({ codeStep: "check", code: "000000" }) });
      expect(outcome).toEqual({ kind: "code", problem: { kind: "wrong", left: tries } });
    }
    expect((await scene.file())?.declaration).toBeUndefined();
  });
});

describe("whoever approves", () => {
  test("changes nothing, asks nobody and signs nothing", async () => {
    const scene = await approvalScene();
    await scene.signs();
    const open = await scene.approver();
    const fields = form({ "E1.answer": "no", message: "What?", ...Object.fromEntries(signature) });
    const forbidden = { code: "not-allowed" };
    await expect(
      saveQuestion(await open(), { question: "E1", fields, basedOn: 1, intent: "go-on" }),
    ).rejects.toMatchObject(forbidden);
    await expect(askHelp(await open(), { question: "E1", fields })).rejects.toMatchObject(forbidden);
    await expect(showTasks(await open(), {})).rejects.toMatchObject(forbidden);
    await expect(showColleagues(await open(), {})).rejects.toMatchObject(forbidden);
    await expect(withdrawApproval(await open(), {})).rejects.toMatchObject(forbidden);
    await expect(showSignPage(await open(), {})).rejects.toMatchObject(forbidden);
  });

  test("is nobody whom the supplier asked for answers, nor the supplier itself", async () => {
    const scene = await approvalScene();
    await scene.signs();
    const fields = form({});
    await expect(approveSignature(await scene.supplier.open(), { fields })).rejects.toMatchObject({
      code: "not-allowed",
    });
    const other = await colleagueScene({ ctx: scene.ctx });
    await other.ask({ sign: "yes" });
    const colleague = await other.opened();
    await expect(approveSignature(await colleague(), { fields })).rejects.toMatchObject({ code: "not-allowed" });
    expect((await showColleagues(await scene.supplier.open(), {})).colleagues).toEqual([]);
  });

  test("gets the link from whoever signed where no mail leaves, and the document says that there was no code", async () => {
    const scene = await approvalScene({ mails: false });
    expect(await scene.supplier.submits(form({ ...Object.fromEntries(signature), ...second }))).toEqual({
      kind: "waiting",
    });
    const waiting = await showWaiting(await scene.supplier.open(), {});
    expect(waiting?.link).toContain(await scene.approverToken());
    const open = await scene.approver();
    const sent = await approveSignature(await open(), { fields: form({}) });
    if (sent.kind !== "submitted") throw new Error(`not sent: ${sent.kind}`);
    expect(JSON.parse(sent.declaration.document)).toMatchObject({
      confirmation: { confirmedBy: "none", because: "no-mail-server" },
      approval: { name: "Mia Chen", confirmation: { confirmedBy: "none", because: "no-mail-server" } },
    });
  });
});

import { describe, expect, test } from "vitest";
import { bareText } from "#app/i18n/page-text";
import { asSystem } from "#app/services/context/callers";
import { verifyRecord } from "#app/services/installation/verify/verify-record";
import { writeMail } from "#app/services/mails/write-mail";
import { showLanding } from "#app/services/supplier/link/show-landing";
import { showQuestion } from "#app/services/supplier/question/show-question";
import { showReceipt } from "#app/services/supplier/receipt/show-receipt";
import { showTasks } from "#app/services/supplier/tasks/show-tasks";
import { returnScene } from "./scene";

describe("returned questions", () => {
  test("go out once, are answered by a link of their own, signed anew, and both answers stay", async () => {
    const scene = await returnScene();
    const { supplier, org, attestation } = scene;
    expect(await scene.put("J2", "Eleven complaints are in the audit report. Which is right?")).toEqual({
      done: "put",
    });
    expect(await scene.put("K4", "Please say when.")).toEqual({ done: "put" });
    expect((await scene.shown()).list?.lines.map(({ code }) => code)).toEqual(["J2", "K4"]);
    expect(await scene.send()).toEqual({ done: "sent" });

    const [mail] = await scene.mails("asked-again");
    if (!mail) throw new Error("nothing was mailed");
    const written = await writeMail(scene.ctx, mail);
    const [sent] = await scene.sent();
    const token = scene.ctx.links.tokenFor(sent?.invitation ?? "", 1);
    expect(written.text).toContain(`/s/${token}`);
    expect(written.text).toContain("asks again about 2 of them");
    expect(written.text).not.toContain("complaints are in");
    expect(written.text).not.toContain("Hana");

    const corrector = await scene.corrector();
    const landing = await showLanding(corrector.visitor, { token });
    expect(landing.again).toMatchObject({ questions: [{ code: "J2" }, { code: "K4" }] });
    expect(JSON.stringify(landing)).not.toContain("complaints are in");
    const tasks = await showTasks(await corrector.open(), {});
    expect(tasks.again?.questions).toMatchObject([
      { code: "J2", comment: "Eleven complaints are in the audit report. Which is right?" },
      { code: "K4", comment: "Please say when." },
    ]);
    expect(tasks.again?.questions[0]?.before?.map(bareText).join(" ")).toContain("2");
    const page = await showQuestion(await corrector.open(), { question: "J2" });
    expect(page.again?.comment).toContain("Eleven complaints");
    await expect(showQuestion(await corrector.open(), { question: "G1" })).rejects.toMatchObject({
      code: "stays-as-signed",
    });

    await corrector.answers({ J2: { value: { received: 11, solved: 9 } }, K4: { value: { answer: "no" } } });
    const signed = await corrector.submits();
    if (signed.kind !== "submitted") throw new Error(JSON.stringify(signed));
    const document = JSON.parse(signed.declaration.document);
    const first = JSON.parse(scene.first.document);
    expect(document.corrects).toEqual({ reference: first.reference, hash: scene.first.hash });
    expect(document.answers.J2.value).toEqual({ received: 11, solved: 9 });
    expect({ ...document.answers, J2: 0, K4: 0 }).toEqual({ ...first.answers, J2: 0, K4: 0 });
    expect((await showReceipt(await corrector.open(), {})).corrects).toBe(first.reference);

    // What was signed first stays as it is, in its own place.
    const before = await supplier.open();
    expect(before.session.file.declaration?.hash).toBe(scene.first.hash);
    expect(before.session.file.answers.J2?.value).toEqual({ received: 2, solved: 2 });
    const ratings = await scene.ctx.store.ratings.history(org, scene.invited.supplier.id);
    expect(ratings.map((one) => one.attestation)).toEqual([sent?.correction, attestation]);

    const shown = await scene.shown();
    const [line] = shown.sent?.both?.lines ?? [];
    expect(line?.before.map(bareText).join(" ")).toContain("2");
    expect(line?.after.map(bareText).join(" ")).toContain("11");
    expect(await scene.ctx.store.returns.counts(org)).toEqual({ waiting: 0, answered: 1 });
    await scene.accept("J2");
    expect(await scene.put("K4", "Still no day.", sent?.correction)).toEqual({ done: "put" });
    expect(await scene.ctx.store.returns.counts(org)).toEqual({ waiting: 0, answered: 0 });
    expect((await scene.shown()).sent?.both?.lines).toMatchObject([
      { code: "J2", accepted: expect.stringContaining("Hana Weber"), again: false },
      { code: "K4", again: true },
    ]);

    const found: unknown[] = [];
    await verifyRecord(asSystem(scene.ctx, "test"), { found: (finding) => found.push(finding) });
    expect(found).toEqual([]);
    expect(JSON.stringify(await scene.events())).not.toContain("Eleven complaints");
  });
});

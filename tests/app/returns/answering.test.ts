import { describe, expect, test } from "vitest";
import { askColleague } from "#app/services/supplier/colleagues/ask-colleague";
import { colleagueToken } from "#app/services/supplier/colleagues/colleague-link";
import { startColleague } from "#app/services/supplier/colleagues/start-colleague";
import { addEvidence } from "#app/services/supplier/evidence/add-evidence";
import { removeEvidence } from "#app/services/supplier/evidence/remove-evidence";
import { saveQuestion } from "#app/services/supplier/question/save-question";
import { showQuestion } from "#app/services/supplier/question/show-question";
import { openSupplierSession } from "#app/services/supplier/session/open-supplier-session";
import { showCheck } from "#app/services/supplier/signing/show-check";
import { showTasks } from "#app/services/supplier/tasks/show-tasks";
import { ownInWorkbook } from "#app/services/supplier/workbook/own-questions";
import { aPdf, pieces } from "#tests/support/documents";
import { form } from "#tests/support/supplier";
import { returnScene } from "./scene";

const stays = { code: "stays-as-signed" };

/** What was signed, with these questions asked again, and somebody at work on them. */
async function askedAgain(...questions: readonly string[]) {
  const scene = await returnScene();
  for (const question of questions) await scene.put(question, `Why ${question}?`);
  await scene.send();
  return { ...scene, corrector: await scene.corrector() };
}

const save = (question: string, fields: Record<string, string>) => ({
  ...{ question, basedOn: 0, intent: "go-on" as const },
  fields: form(fields),
});

describe("what is asked again", () => {
  test("is all that can be answered: each other way is refused, and changes nothing", async () => {
    const { corrector, ctx, org, sent } = await askedAgain("G1");
    const self = await corrector.open();
    await expect(saveQuestion(self, save("G2", { "G2.answer": "no" }))).rejects.toMatchObject(stays);
    await expect(showQuestion(self, { question: "G2" })).rejects.toMatchObject(stays);
    const bytes = pieces(aPdf({ mark: "one" }));
    await expect(addEvidence(self, { question: "G2", name: "x.pdf", bytes })).rejects.toMatchObject({
      code: expect.stringMatching(/stays-as-signed|not-found/),
    });
    const own = ownInWorkbook(self.session, self.session.questionnaire.questions.values());
    expect(own.map(({ id }) => id).filter((id) => self.session.walk.asked.has(id))).toEqual(["G1"]);
    const check = await showCheck(self, {});
    const linked = check.sections.flatMap(({ answers }) => answers.filter(({ href }) => href).map(({ code }) => code));
    expect(linked).toEqual(["G1"]);
    const [{ correction = "" } = {}] = await sent();
    const before = await ctx.store.attestations.history(org, correction);
    await expect(saveQuestion(self, save("G2", { "G2.answer": "no" }))).rejects.toMatchObject(stays);
    expect(await ctx.store.attestations.history(org, correction)).toEqual(before);
  });

  test("brings what a new answer makes apply, and nothing that was closed", async () => {
    const { corrector } = await askedAgain("F5", "E1");
    const codes = async () => (await showTasks(await corrector.open(), {})).again?.also.map(({ code }) => code) ?? [];
    expect(await codes()).toEqual([]);
    await corrector.answers({ E1: { value: { answer: "no" } }, F5: { value: { answer: "yes" } } });
    const open = (await corrector.open()).session.walk;
    const brought = [...open.asked].filter((code) => open.stateOf(code) === "blank");
    expect(await codes()).toEqual(expect.arrayContaining(brought.filter((code) => code.startsWith("F"))));
    await expect(showQuestion(await corrector.open(), { question: "G2" })).rejects.toMatchObject(stays);
  });

  test("stands beside what was signed, which is offered again but for North Korean labour", async () => {
    const { corrector } = await askedAgain("G1", "E1");
    const page = async (question: string) => showQuestion(await corrector.open(), { question });
    expect((await page("G1")).earlier?.use).toBeDefined();
    expect((await page("E1")).earlier).toMatchObject({ askedAnew: true });
    expect((await page("E1")).earlier?.use).toBeUndefined();
    await corrector.answers({ G1: { value: { answer: "worker" } } });
    const answered = await page("G1");
    expect(answered.earlier).toBeUndefined();
    expect(answered.again?.before).toEqual(answered.again?.after);
  });

  test("is not saved over what another saved meanwhile", async () => {
    const { corrector } = await askedAgain("G1");
    const [one, other] = [await corrector.open(), await corrector.open()];
    const first = await saveQuestion(one, save("G1", { "G1.answer": "worker" }));
    const second = await saveQuestion(other, save("G1", { "G1.answer": "own-locker" }));
    expect([first.kind, second.kind]).toEqual(["saved", "conflict"]);
  });

  test("is seen by a colleague in their own sections only, and signed over nothing that is open", async () => {
    const scene = await askedAgain("G1", "E1");
    const { ctx, corrector, org } = scene;
    const asked = {
      ...{ section: ["G"], name: "Zhang Wei", email: "zhang.wei@haoyuan.example", reads: "en", asker: "Li Na" },
      ...{ note: "", sign: "no", seen: "0" },
    };
    await askColleague(await corrector.open(), { fields: form(asked) });
    const [{ correction = "" } = {}] = await scene.sent();
    const [colleague] = await ctx.store.colleagues.list(org, correction);
    if (!colleague) throw new Error("nobody was asked");
    const { visitor } = corrector;
    const started = await startColleague(visitor, { token: colleagueToken(ctx, colleague) });
    if (!started) throw new Error("the link opens nothing");
    const theirs = await openSupplierSession(visitor, { ...started, language: "en" });
    expect((await showTasks(theirs, {})).again?.questions.map(({ code }) => code)).toEqual(["G1"]);
    await expect(showQuestion(theirs, { question: "E1" })).rejects.toMatchObject({ code: "with-others" });
    await expect(showQuestion(theirs, { question: "G2" })).rejects.toMatchObject(stays);
    await corrector.answers({ G1: { value: { answer: "worker" } } });
    expect((await corrector.submits()).kind).not.toBe("submitted");
  });

  test("keeps the documents of what stays, which cannot be taken away", async () => {
    const scene = await returnScene({ isAttached: true });
    await scene.put("G1", "Why?");
    await scene.send();
    const corrector = await scene.corrector();
    const self = await corrector.open();
    const [document] = self.session.file.evidence.A2 ?? [];
    expect(document?.name).toBe("register.pdf");
    await expect(removeEvidence(self, { evidence: document?.id ?? "" })).rejects.toMatchObject(stays);
    await corrector.answers({ G1: { value: { answer: "worker" } } });
    const signed = await corrector.submits();
    if (signed.kind !== "submitted") throw new Error(JSON.stringify(signed));
    const { evidence } = JSON.parse(signed.declaration.document);
    expect(evidence).toMatchObject([{ question: "A2", name: "register.pdf" }]);
    expect(evidence[0].sha256).toBe(JSON.parse(scene.first.document).evidence[0].sha256);
  });
});

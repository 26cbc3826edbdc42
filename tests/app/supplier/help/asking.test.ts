import { describe, expect, test } from "vitest";
import { listWaitingHelp } from "#app/services/help/list-waiting";
import { showHelpThread } from "#app/services/help/show-thread";
import { writeMail } from "#app/services/mails/write-mail";
import { withdrawColleague } from "#app/services/supplier/colleagues/change-colleague";
import { askHelp, helpLimits } from "#app/services/supplier/help/ask-help";
import { showAsk } from "#app/services/supplier/help/show-ask";
import { showQuestion } from "#app/services/supplier/question/show-question";
import { showTasks } from "#app/services/supplier/tasks/show-tasks";
import { showCampaign } from "#app/services/team/campaigns/show-campaign";
import { showToday } from "#app/services/team/today/show-today";
import { askForm } from "#tests/app/supplier/colleagues/scene";
import { asPerson } from "#tests/support/context";
import { aRemoval } from "#tests/support/removals";
import { asSupplier, form, invite } from "#tests/support/supplier";
import { createOrganisation } from "#tests/support/world";
import { helpScene } from "./scene";

describe("a question to the buyer", () => {
  test("reaches somebody of the buyer, is answered, and the answer stands at the question and comes by mail", async () => {
    const scene = await helpScene();
    expect(await scene.ask("Do seasonal workers count?")).toEqual({ kind: "asked" });

    // Nobody launched this campaign by hand, so that whoever has been administrator for longest is told.
    const [told] = await scene.mails("question");
    const admins = (await scene.ctx.store.users.list(scene.invited.organisation.id)).filter(
      ({ role }) => role === "admin",
    );
    expect(told?.to).toBe(admins[0]?.email);
    if (!told) throw new Error("nobody was told");
    const written = await writeMail(scene.ctx, told);
    expect(written.text).toContain("> Do seasonal workers count?");
    expect(written.text).toContain(`https://avow.example/questions/${scene.invited.attestation}/E1`);
    expect(written.text).not.toContain(scene.invited.token);

    expect(await showToday(scene.team, {})).toMatchObject({ waitingQuestions: 1 });
    const { campaign } = (await scene.supplier.open()).session.file;
    const page = await showCampaign(scene.team, { campaign: campaign.id });
    expect(page.waitingQuestions).toBe(1);
    const { waiting } = await listWaitingHelp(scene.team, {});
    expect(waiting).toMatchObject([{ code: "E1", text: "Do seasonal workers count?" }]);

    expect(await scene.answer("Yes, all who worked on one day.")).toEqual({ done: "answered" });
    expect(await showToday(scene.team, {})).toMatchObject({ waitingQuestions: 0 });
    const [mail] = await scene.mails("answer");
    expect(mail?.to).toBe(scene.invited.contact.email);
    if (!mail) throw new Error("no answer was sent");
    const answered = await writeMail(scene.ctx, mail);
    expect(answered.text).toContain("> Yes, all who worked on one day.");
    expect(answered.text).toContain(`/s/${scene.invited.token}`);

    const self = await scene.supplier.open();
    const lines = [
      { text: "Do seasonal workers count?", isAnswer: false },
      { text: "Yes, all who worked on one day.", isAnswer: true },
    ];
    expect(await showQuestion(self, { question: "E1" })).toMatchObject({ mayAsk: true, thread: { lines } });
    expect((await showQuestion(self, { question: "E2" })).thread).toBeUndefined();
    const asked = await showAsk(self, { question: "E1" });
    expect(asked).toMatchObject({ thread: { lines }, to: { name: admins[0]?.name } });
    // Who of the buyer answered is not told.
    expect(JSON.stringify(asked.thread)).not.toContain("Ida");
    expect((await showTasks(self, {})).asked).toMatchObject([{ code: "E1", state: expect.stringMatching(/answered/) }]);
    const actions = (await scene.events()).map(({ action }) => action);
    expect(actions).toEqual(expect.arrayContaining(["help.asked", "help.answered"]));
    expect(JSON.stringify(await scene.events())).not.toContain("seasonal");
  });

  test("sent twice is asked once, and so is an answer", async () => {
    const scene = await helpScene();
    const self = await scene.supplier.open();
    const fields = form({ message: "Which sites?", seen: "0" });
    await askHelp(self, { question: "E1", fields });
    expect(await askHelp(self, { question: "E1", fields })).toEqual({ kind: "asked" });
    expect(await scene.mails("question")).toHaveLength(1);
    expect((await showAsk(self, { question: "E1" })).thread?.lines).toHaveLength(1);
    // The same words on a page that shows the first are meant once more.
    await askHelp(self, { question: "E1", fields: form({ message: "Which sites?", seen: "1" }) });
    expect((await showAsk(self, { question: "E1" })).thread?.lines).toHaveLength(2);
  });

  test.each([
    ["", "blank"],
    [" \u200b\n ", "blank"],
    ["x".repeat(helpLimits.text + 1), "too-long"],
  ] as const)("is refused with what is wrong: %j", async (message, error) => {
    const scene = await helpScene();
    expect(await scene.ask(message)).toEqual({ kind: "errors", error });
    expect(await scene.mails("question")).toEqual([]);
    await scene.ask("x");
    const faults = { faults: [{ field: "answer", code: error === "blank" ? "reason-needed" : "reason-long" }] };
    expect(await scene.answer(message)).toEqual(faults);
  });

  test.each(["E9", "O2", "evidence", "../E1"])("is asked about nothing that is not asked: %s", async (question) => {
    const scene = await helpScene();
    await expect(scene.ask("What?", question)).rejects.toMatchObject({ code: "not-found" });
  });

  test("keeps what was typed as it was typed, and an answer too", async () => {
    const scene = await helpScene();
    const text = '<img src=x onerror="alert(1)">\nقسم ב {{buyer}}';
    await scene.ask(text);
    expect((await listWaitingHelp(scene.team, {})).waiting[0]?.text).toBe(text);
    const [mail] = await scene.mails("question");
    const written = mail && (await writeMail(scene.ctx, mail));
    expect(written?.html).not.toContain("<img");
    expect(written?.html).toContain("&lt;img");
    expect(written?.text).toContain("> قسم ב {{buyer}}");
  });

  test("without a mail server is asked and answered all the same", async () => {
    const scene = await helpScene({ mails: false });
    expect(await scene.ask("Which sites?")).toEqual({ kind: "asked" });
    await scene.answer("All.");
    expect([await scene.mails("question"), await scene.mails("answer")]).toEqual([[], []]);
    const view = await showAsk(await scene.supplier.open(), { question: "E1" });
    expect(view).toMatchObject({ isMailed: false, thread: { lines: [{}, { text: "All." }] } });
  });

  test("of a colleague has their name, and the answer goes to them", async () => {
    const scene = await helpScene();
    await scene.askColleague();
    const open = await scene.opened();
    await scene.ask("Which contracts?", "E1", open());
    await expect(scene.ask("And this?", "A1", open())).rejects.toMatchObject({ code: "with-others" });
    expect(
      (await showHelpThread(scene.team, { attestation: scene.invited.attestation, question: "E1" })).lines[0]?.by,
    ).toContain("Zhang Wei");
    await scene.answer("All of them.");
    const [mail] = await scene.mails("answer");
    expect(mail).toMatchObject({ to: askForm.email });
    const written = mail && (await writeMail(scene.ctx, mail));
    expect(written?.text).toContain(await scene.token());
    expect(written?.text).not.toContain(scene.invited.token);
    // Whoever was taken back gets nothing more.
    await scene.ask("More?", "E1", open());
    await withdrawColleague(await scene.supplier.open(), { colleague: (await scene.newest()).id });
    await scene.answer("No.");
    expect(await scene.mails("answer")).toHaveLength(1);
  });

  test("is bounded for one attestation, and a full one says so", async () => {
    const scene = await helpScene({ mails: false });
    for (let at = 0; at < helpLimits.messages; at += 1) await scene.ask(`Question ${at}`, at % 2 === 0 ? "E1" : "E2");
    expect(await scene.ask("One more")).toEqual({ kind: "full" });
    expect(await showAsk(await scene.supplier.open(), { question: "E1" })).toMatchObject({ isFull: true });
  });

  test("floods nobody: mails of one attestation count against what it may send in an hour", async () => {
    const scene = await helpScene();
    const asking = async () => {
      for (let at = 0; at < 50; at += 1) await scene.ask(`Question ${at}`);
    };
    await expect(asking()).rejects.toMatchObject({ code: "too-often" });
    expect((await scene.mails("question")).length).toBeLessThanOrEqual(40);
  });
});

describe("nobody else", () => {
  test("of another organisation reads or answers it", async () => {
    const scene = await helpScene();
    await scene.ask("Which sites?");
    const { organisation, admin } = await createOrganisation(scene.ctx.store);
    const stranger = asPerson(scene.ctx, { user: admin, organisation });
    const thread = { attestation: scene.invited.attestation, question: "E1" };
    await expect(showHelpThread(stranger, thread)).rejects.toMatchObject({ code: "not-found" });
    await expect(scene.answer("Yes", "E1", stranger)).rejects.toMatchObject({ code: "not-found" });
    expect((await listWaitingHelp(stranger, {})).waiting).toEqual([]);
  });

  test("of the team answers who may only read, and nobody answers what was not asked", async () => {
    const scene = await helpScene();
    await scene.ask("Which sites?");
    const viewer = asPerson(scene.ctx, {
      user: await scene.add({ role: "viewer" }),
      organisation: scene.invited.organisation,
    });
    expect(await showHelpThread(viewer, { attestation: scene.invited.attestation, question: "E1" })).toMatchObject({
      mayAnswer: false,
    });
    await expect(scene.answer("Yes", "E1", viewer)).rejects.toMatchObject({ code: "not-allowed" });
    await expect(scene.answer("Yes", "E2")).rejects.toMatchObject({ code: "not-found" });
  });

  test("of the suppliers sees what another one asked", async () => {
    const scene = await helpScene();
    await scene.ask("Which sites?");
    const other = asSupplier(scene.ctx, (await invite(scene.ctx)).token);
    expect((await showAsk(await other.open(), { question: "E1" })).thread).toBeUndefined();
  });
});

test("an answer to a link that opens nothing is kept, and not sent", async () => {
  const scene = await helpScene();
  await scene.ask("Which sites?");
  scene.ctx.later(24 * 400);
  expect(await scene.answer("All.")).toEqual({ done: "answered" });
  expect(await scene.mails("answer")).toEqual([]);
  const thread = { attestation: scene.invited.attestation, question: "E1" };
  expect(await showHelpThread(scene.team, thread)).toMatchObject({ isEnded: true, lines: [{}, { text: "All." }] });
});

test("what was asked is removed with the rest, and its mail is given up", async () => {
  const scene = await helpScene();
  await scene.ask("Which sites?");
  const { organisation, attestation } = scene.invited;
  await scene.ctx.store.retention.removeAttestation(aRemoval({ org: organisation.id, attestation }));
  expect((await listWaitingHelp(scene.team, {})).waiting).toEqual([]);
  await expect(showHelpThread(scene.team, { attestation, question: "E1" })).rejects.toMatchObject({
    code: "not-found",
  });
  const [mail] = await scene.mails("question");
  if (!mail) throw new Error("nobody was told");
  await expect(writeMail(scene.ctx, mail)).rejects.toMatchObject({ refusal: { said: "gone" } });
});

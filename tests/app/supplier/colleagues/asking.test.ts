import { expect, test } from "vitest";
import { writeMail } from "#app/services/mails/write-mail";
import { renewColleague, withdrawColleague } from "#app/services/supplier/colleagues/change-colleague";
import { proofOf } from "#app/services/supplier/colleagues/colleague-link";
import { showColleagueLanding } from "#app/services/supplier/colleagues/show-colleague-landing";
import { showColleagues } from "#app/services/supplier/colleagues/show-colleagues";
import { showAnswers } from "#app/services/supplier/print/show-answers";
import { showReceipt } from "#app/services/supplier/receipt/show-receipt";
import { showCheck } from "#app/services/supplier/signing/show-check";
import { showSignPage } from "#app/services/supplier/signing/show-sign-page";
import { submitAttestation } from "#app/services/supplier/signing/submit-attestation";
import { showTasks } from "#app/services/supplier/tasks/show-tasks";
import { signature } from "#tests/support/supplier";
import { codeOf } from "#tests/support/team";
import { answer, colleagueScene } from "./scene";

test("a colleague is asked by mail, opens a link of their own, and their name stands at each answer", async () => {
  const scene = await colleagueScene();
  expect(await scene.ask()).toEqual({ kind: "asked" });
  const landing = await showColleagueLanding(scene.visitor, { token: await scene.token() });
  expect(landing).toMatchObject({
    ...{ asker: "Li Na", name: "Zhang Wei", note: "Please answer by Friday.", started: false },
    sections: [{ code: "E", questions: "5 questions" }],
    proof: proofOf(scene.ctx, await scene.newest()),
  });
  const open = await scene.opened();
  const tasks = await showTasks(await open(), {});
  const lines = tasks.groups.flatMap((group) => group.tasks);
  expect(lines.filter(({ href }) => href !== undefined).map(({ code }) => code)).toEqual(["E"]);
  expect(lines.find(({ code }) => code === "A")?.with).toBe("With Li Na");
  expect(tasks).toMatchObject({ signer: "Li Na" });
  expect(tasks.colleagues).toBeUndefined();
  expect(await answer(await open(), "E1", "we check each contract")).toMatchObject({ kind: "saved" });

  const owner = await scene.supplier.open();
  const given = (await showCheck(owner, {})).sections
    .flatMap(({ answers }) => answers)
    .filter((line) => line.given !== undefined);
  expect(given).toMatchObject([{ code: "E1", given: "Given by Zhang Wei, a colleague" }]);
  const printed = (await showAnswers(owner, {})).sections.flatMap(({ questions }) => questions);
  expect(printed.find(({ code }) => code === "E1")?.given).toContain("Zhang Wei");
  const shown = await showColleagues(owner, {});
  expect(shown.colleagues).toMatchObject([
    { name: "Zhang Wei", isAsked: true, progress: expect.stringMatching(/^1 of/) },
  ]);
  expect(shown.colleagues[0]?.link).toBeUndefined();
  const ownTasks = (await showTasks(owner, {})).groups.flatMap((group) => group.tasks);
  expect(ownTasks.find(({ code }) => code === "E")).toMatchObject({ with: "With Zhang Wei", href: expect.anything() });
});

test("sections with something open that nobody has stand first, with what they take; the others stay at hand", async () => {
  const scene = await colleagueScene();
  const { organisation } = scene.invited;
  const version = { org: organisation.id, questionnaire: "forced-labour", version: 1 };
  const time = { seconds: 360, attestations: 34 };
  await scene.ctx.store.times.keep({ ...version, whole: time, sections: { E: time, F: time } });
  const shown = async () => {
    const { open, more } = (await showColleagues(await scene.supplier.open(), {})).sections;
    return { open, codes: [open, more].map((sections) => sections.map(({ code }) => code).join("")) };
  };
  const before = await shown();
  expect(before.codes).toEqual([expect.stringContaining("EF"), ""]);
  expect(before.open.flatMap((one) => (one.time ? [one.code] : []))).toEqual(["E", "F"]);
  await scene.ask();
  expect((await shown()).codes).toEqual([expect.not.stringContaining("E"), "E"]);
  expect(await showColleagueLanding(scene.visitor, { token: await scene.token() })).toMatchObject({
    time: expect.stringMatching(/^About 6 minutes, measured over 34 signed replies/),
  });
  await withdrawColleague(await scene.supplier.open(), { colleague: (await scene.newest()).id });
  expect((await shown()).codes[1]).toBe("");
  await scene.supplier.answersAll();
  const after = await shown();
  // N may be left out altogether.
  expect(after.codes[0]).toBe("N");
  expect(after.codes[1]).toContain("EF");
});

test("the supplier's own answer takes the place of a colleague's, and so does its name", async () => {
  const scene = await colleagueScene();
  await scene.ask();
  await answer(await (await scene.opened())(), "E1", "first");
  await answer(await scene.supplier.open(), "E1", "second");
  const lines = (await showCheck(await scene.supplier.open(), {})).sections.flatMap(({ answers }) => answers);
  expect(lines.filter(({ given }) => given !== undefined)).toEqual([]);
});

test("names of colleagues are signed with the answers, and stand on the receipt", async () => {
  const scene = await colleagueScene({ mails: false });
  await scene.supplier.answersAll();
  await scene.ask();
  const open = await scene.opened();
  await answer(await open(), "E1", "asked the agency");
  const signed = await scene.supplier.submits();
  if (signed.kind !== "submitted") throw new Error(signed.kind);
  expect(JSON.parse(signed.declaration.document)).toMatchObject({
    answeredByColleagues: [{ question: "E1", name: "Zhang Wei" }],
  });
  expect(await showReceipt(await scene.supplier.open(), {})).toMatchObject({ byColleagues: "Zhang Wei: E1" });
  expect(await codeOf(open())).toBe("colleague-ended");
  expect(await codeOf(showColleagueLanding(scene.visitor, { token: await scene.token() }))).toBe("colleague-ended");
});

test("only a colleague who may sign signs, having read everything; another is told whom to tell", async () => {
  const scene = await colleagueScene({ mails: false });
  await scene.supplier.answersAll();
  await scene.ask();
  const plain = await (await scene.opened())();
  expect(await codeOf(showSignPage(plain, {}))).toBe("not-allowed");
  const send = { fields: signature, revision: plain.session.file.attestation.revision };
  expect(await codeOf(submitAttestation(plain, send))).toBe("not-allowed");
  const check = await showCheck(plain, {});
  expect(check.sign.refused).toContain("Li Na");
  expect(check.sections.map(({ code }) => code)).toEqual(["E"]);

  await scene.ask({ name: "Mei Lin", email: "mei@haoyuan.example", sign: "yes", seen: "1" });
  const open = await scene.opened();
  const signer = await open();
  const all = await showCheck(signer, {});
  expect(all.sections.length).toBeGreaterThan(5);
  const changed = all.sections.flatMap(({ answers }) => answers).filter(({ href }) => href !== undefined);
  expect(new Set(changed.map(({ code }) => code.charAt(0)))).toEqual(new Set(["E"]));
  expect(await submitAttestation(signer, send)).toMatchObject({ kind: "submitted" });
  expect((await showReceipt(await open(), {})).signer).toContain("Rita Alves");
  const [event] = (await scene.events()).filter(({ action }) => action === "attestation.submitted");
  expect(event?.actor).toMatchObject({ kind: "colleague", name: "Mei Lin" });
});

test("a mail names who asks, the sections and the four characters, in the colleague's language with English below", async () => {
  const scene = await colleagueScene();
  await scene.ask({ reads: "zh-Hans", note: "请周五前回答。\nhttps://elsewhere.example/x" });
  const { organisation, invitation, contact } = scene.invited;
  const mails = await scene.ctx.store.mails.about(organisation.id, { invitations: [invitation.id], most: 9 });
  const mail = mails.find(({ kind }) => kind === "colleague");
  if (!mail) throw new Error("no mail was queued");
  const message = await writeMail(scene.ctx, mail);
  const proof = proofOf(scene.ctx, await scene.newest());
  expect(message).toMatchObject({ to: "zhang.wei@haoyuan.example", replyTo: contact.email });
  expect(message.subject).toBe(`Li Na 请您回答 ${organisation.name} 问卷中的一部分`);
  expect(message.text).toContain(`/s/${await scene.token()}?language=zh-Hans`);
  for (const part of ["E. ", proof, "Li Na of", "English text below"]) expect(message.text).toContain(part);
  expect(message.text).not.toContain(scene.invited.token);
  expect(message.headers).not.toHaveProperty("List-Unsubscribe");
  // What is written is text: the only address that can be pressed is the link itself.
  const hrefs = [...message.html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href);
  expect(hrefs.every((href) => href?.includes(`/s/`))).toBe(true);
  expect(message.html).toContain("https://elsewhere.example/x");
  const row = await scene.ctx.store.invitations.get(organisation.id, invitation.id);
  expect(row?.lastMail?.kind).not.toBe("colleague");
});

test("where no mail leaves, the link stands on the page to be handed over", async () => {
  const scene = await colleagueScene({ mails: false });
  await scene.ask();
  const { colleagues, isMailed } = await showColleagues(await scene.supplier.open(), {});
  expect(isMailed).toBe(false);
  expect(colleagues[0]?.link).toBe(`${scene.ctx.config.publicOrigin}/s/${await scene.token()}`);
});

test("a wrong address is mended by a new link, and the one before opens nothing", async () => {
  const scene = await colleagueScene();
  await scene.ask({ email: "wrong@haoyuan.example" });
  const before = await scene.token();
  const open = await scene.opened();
  const { id } = await scene.newest();
  const self = await scene.supplier.open();
  expect(await renewColleague(self, { colleague: id, email: "no address" })).toBe("errors");
  expect(await renewColleague(self, { colleague: id, email: "right@haoyuan.example" })).toBe("renewed");
  expect(await showColleagueLanding(scene.visitor, { token: before })).toBeUndefined();
  expect(await codeOf(open())).toBe("session-missing");
  expect(await scene.newest()).toMatchObject({ email: "right@haoyuan.example", generation: 2 });
  await (await scene.opened())();
});

test("taking back ends link and session at once, stops a mail that waits, and keeps the answers", async () => {
  const scene = await colleagueScene();
  await scene.ask();
  const open = await scene.opened();
  const self = await open();
  await answer(self, "E1", "kept");
  const { id } = await scene.newest();
  const owner = await scene.supplier.open();
  expect(await withdrawColleague(owner, { colleague: id })).toBe("withdrawn");
  expect(await withdrawColleague(owner, { colleague: id })).toBe("gone");
  expect(await codeOf(open())).toBe("session-missing");
  expect(await codeOf(showColleagueLanding(scene.visitor, { token: await scene.token() }))).toBe("colleague-ended");
  // A request that was under way when it was taken back.
  expect(await codeOf(answer(self, "E2", "too late"))).toBe("colleague-ended");
  const { organisation, invitation } = scene.invited;
  const mails = await scene.ctx.store.mails.about(organisation.id, { invitations: [invitation.id], most: 9 });
  expect(mails.find(({ kind }) => kind === "colleague")).toMatchObject({ state: "failed", lastError: "taken-back" });
  const shown = await showCheck(await scene.supplier.open(), {});
  const line = shown.sections.flatMap(({ answers }) => answers).find(({ code }) => code === "E1");
  expect(line).toMatchObject({ given: "Given by Zhang Wei, a colleague", comment: "kept" });
});

test("the trail says what was asked, opened, renewed and taken back, with no address in it", async () => {
  const scene = await colleagueScene();
  await scene.ask();
  await scene.opened();
  const { id } = await scene.newest();
  const owner = await scene.supplier.open();
  await renewColleague(owner, { colleague: id, email: "other@haoyuan.example" });
  await withdrawColleague(owner, { colleague: id });
  const own = (await scene.events()).filter(({ action }) => action.startsWith("colleague."));
  expect(own.map(({ action }) => action)).toEqual([
    "colleague.withdrawn",
    "colleague.renewed",
    "colleague.opened",
    "colleague.asked",
  ]);
  const told = JSON.stringify(own.map(({ details }) => details));
  for (const secret of ["haoyuan.example", "Zhang", "Li Na", "Friday"]) expect(told).not.toContain(secret);
});

import { expect, test } from "vitest";
import { writeMail } from "#app/services/mails/write-mail";
import { giveBack } from "#app/services/supplier/colleagues/give-back/give-back";
import { returnNoteLimit, showGiveBack } from "#app/services/supplier/colleagues/give-back/show-give-back";
import { showColleagueLanding } from "#app/services/supplier/colleagues/show-colleague-landing";
import { showColleagues } from "#app/services/supplier/colleagues/show-colleagues";
import { answer, colleagueScene } from "./scene";

async function askedScene(options?: Parameters<typeof colleagueScene>[0]) {
  const scene = await colleagueScene(options);
  await scene.ask();
  const token = await scene.token();
  const mailsOf = async () => {
    const { organisation, invitation } = scene.invited;
    const mails = await scene.ctx.store.mails.about(organisation.id, { invitations: [invitation.id], most: 9 });
    return mails.filter(({ kind }) => kind === "given-back");
  };
  return { ...scene, asked: token, mailsOf };
}

test("a colleague gives back what they were asked: their link ends, the asker reads why, the answers stay", async () => {
  const scene = await askedScene();
  const open = await scene.opened();
  await answer(await open(), "E1", "we check each contract");
  const landing = await showColleagueLanding(scene.visitor, { token: scene.asked });
  expect(landing?.giveBack).toBe(`/s/${scene.asked}/give-back`);
  expect(await showGiveBack(scene.visitor, { token: scene.asked })).toMatchObject({ asker: "Li Na", done: false });
  const note = "  Ask Chen Jie <b>in HR</b>\r\nchen.jie@haoyuan.example ";
  expect(await giveBack(scene.visitor, { token: scene.asked, note })).toMatchObject({ done: true });

  await expect(showGiveBack(scene.visitor, { token: scene.asked })).rejects.toMatchObject({ code: "colleague-ended" });
  await expect(open()).rejects.toMatchObject({ code: "session-missing" });
  const owner = await scene.supplier.open();
  expect(owner.session.file.answers.E1).toBeDefined();
  const [shown] = (await showColleagues(owner, {})).colleagues;
  expect(shown).toMatchObject({ isAsked: false, since: expect.stringMatching(/^Given back on /) });
  expect(shown?.wrote).toBe("Ask Chen Jie <b>in HR</b>\nchen.jie@haoyuan.example");
  const [event] = (await scene.events()).filter(({ action }) => action === "colleague.returned");
  expect(event).toMatchObject({ actor: { kind: "colleague", name: "Zhang Wei" } });
  expect(JSON.stringify(event)).not.toContain("Chen Jie");

  const [mail] = await scene.mailsOf();
  if (!mail) throw new Error("no mail was queued");
  const message = await writeMail(scene.ctx, mail);
  expect(message).toMatchObject({
    to: scene.invited.contact.email,
    subject: "Zhang Wei gives back what you asked about",
  });
  expect(message.text).toContain("chen.jie@haoyuan.example");
  expect(message.text).toContain(`/s/${scene.invited.token}`);
  expect(message.text).not.toContain(scene.asked);
  expect(message.html).toContain("&lt;b&gt;");
});

test("given back twice at once is given back once, with one mail", async () => {
  const scene = await askedScene();
  const both = await Promise.allSettled([1, 2].map(() => giveBack(scene.visitor, { token: scene.asked, note: "" })));
  expect(both.some(({ status }) => status === "fulfilled")).toBe(true);
  expect(await scene.mailsOf()).toHaveLength(1);
  expect((await scene.events()).filter(({ action }) => action === "colleague.returned")).toHaveLength(1);
  const [shown] = (await showColleagues(await scene.supplier.open(), {})).colleagues;
  expect(shown?.wrote).toBeUndefined();
});

test("a line that is too long is shown again as it was typed, and nothing is given back", async () => {
  const scene = await askedScene();
  const note = "x".repeat(returnNoteLimit + 1);
  const view = await giveBack(scene.visitor, { token: scene.asked, note });
  expect(view).toMatchObject({ done: false, tooLong: true, note });
  expect(await showColleagueLanding(scene.visitor, { token: scene.asked })).toBeDefined();
  expect(await giveBack(scene.visitor, { token: scene.asked, note: note.slice(1) })).toMatchObject({ done: true });
});

test("without a mail server it is given back all the same, and no mail is made", async () => {
  const scene = await askedScene({ mails: false });
  expect(await giveBack(scene.visitor, { token: scene.asked, note: "Not me." })).toMatchObject({ done: true });
  expect(await scene.mailsOf()).toEqual([]);
});

test("the supplier's own link gives nothing back", async () => {
  const scene = await askedScene();
  expect(await giveBack(scene.visitor, { token: scene.invited.token, note: "" })).toBeUndefined();
  expect(await showGiveBack(scene.visitor, { token: scene.invited.token })).toBeUndefined();
});

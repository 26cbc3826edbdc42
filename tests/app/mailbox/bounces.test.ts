import { expect, test } from "vitest";
import { confirmAddress } from "#app/services/mailbox/confirm-address";
import { resendFailed } from "#app/services/team/invitations/resend-failed";
import { resendInvitation } from "#app/services/team/invitations/resend-invitation";
import { showInvitation } from "#app/services/team/invitations/show-invitation";
import { showSupplier } from "#app/services/team/suppliers/show-supplier";
import { bounceOf, complaintOf, noSuchUser, replyTo } from "./messages";
import { mailboxScene } from "./scene";

test("a bounce of a mailbox that is not there marks the contact, says why, and stops mails until the address is changed", async () => {
  const { take, deliver, team, asked, recipient, other, state, mail, moveTo } = await mailboxScene();
  expect(await take(bounceOf(recipient, noSuchUser))).toEqual([{ outcome: "taken", what: "hard", isMatched: true }]);
  expect(await state()).toMatchObject({ state: "fails", status: "5.1.1" });
  expect(await state(other)).toBeUndefined();
  expect(await mail()).toMatchObject({ state: "failed", lastError: "550 5.1.1 no such user here" });
  expect(await showInvitation(team, asked)).toMatchObject({
    mail: { state: "failed", error: "550 5.1.1 no such user here" },
    address: { state: "fails", stops: true },
  });
  const record = await showSupplier(team, { id: recipient.supplier.id });
  expect(JSON.stringify(record)).toContain("there is no such mailbox");
  await resendInvitation(team, asked);
  expect(await deliver()).toBe(0);
  expect((await showInvitation(team, asked)).mail?.error).toMatch(/^Mails to this address come back/);
  expect(await resendFailed(team, { campaign: asked.campaign })).toBe(0);
  await moveTo("works@mill.example");
  expect((await showInvitation(team, asked)).address).toBeUndefined();
  expect(await resendFailed(team, { campaign: asked.campaign })).toBe(1);
  expect(await deliver()).toBe(1);
});

test("whoever says that the address works has mails sent again, and the next bounce counts anew", async () => {
  const { take, deliver, team, asked, recipient, state } = await mailboxScene();
  await take(bounceOf(recipient, noSuchUser));
  await confirmAddress(team, asked);
  await confirmAddress(team, asked);
  expect(await state()).toBeUndefined();
  await resendInvitation(team, asked);
  expect(await deliver()).toBe(1);
  await take(bounceOf(recipient, { said: "no such user here, again" }));
  expect(await state()).toMatchObject({ state: "fails" });
});

test.each([
  ["full", { status: "5.2.2", said: "mailbox is full" }],
  ["blocked", { status: "5.7.1", said: "blocked by spamhaus" }],
  ["soft", { status: "5.3.0", said: "something else" }],
])("an address whose mail came back as %s is marked, and written to", async (what, said) => {
  const { take, deliver, team, asked, recipient, state } = await mailboxScene();
  expect(await take(bounceOf(recipient, said))).toMatchObject([{ what }]);
  expect(await state()).toMatchObject({ state: what });
  await resendInvitation(team, asked);
  expect(await deliver()).toBe(1);
});

test("what stops mails stays before what came later", async () => {
  const { take, recipient, state } = await mailboxScene();
  await take(bounceOf(recipient, noSuchUser), bounceOf(recipient, { status: "5.2.2", said: "mailbox is full" }));
  expect(await state()).toMatchObject({ state: "fails" });
});

test("a complaint stops what asks for something", async () => {
  const { take, deliver, team, asked, recipient, state, mail } = await mailboxScene();
  expect(await take(complaintOf(recipient))).toMatchObject([{ what: "complaint", isMatched: true }]);
  expect(await state()).toMatchObject({ state: "complained" });
  expect(await mail()).toMatchObject({ state: "sent" });
  await resendInvitation(team, asked);
  expect(await deliver()).toBe(0);
});

test("a delay, an absence and an answer change nothing and stand in the log of the supplier", async () => {
  const { take, team, recipient, state, mail } = await mailboxScene();
  const { messageId } = recipient.mail;
  const taken = await take(
    bounceOf(recipient, { ...noSuchUser, action: "delayed", status: "4.4.1" }),
    replyTo(messageId, { "Auto-Submitted": "auto-replied" }, "I am away."),
    replyTo(messageId),
  );
  expect(taken.map(({ what }) => what)).toEqual(["delay", "auto-reply", "reply"]);
  expect(await state()).toBeUndefined();
  expect(await mail()).toMatchObject({ state: "sent" });
  const log = JSON.stringify(await showSupplier(team, { id: recipient.supplier.id }));
  expect(log).toContain("An answer to a mail came in");
  expect(log).toContain("An automatic answer to a mail came in");
});

test("another address that fails, behind the one that was written to, does not make that one dead", async () => {
  const { take, recipient, state } = await mailboxScene();
  expect(await take(bounceOf(recipient, { ...noSuchUser, to: "old@elsewhere.example" }))).toMatchObject([
    { what: "soft" },
  ]);
  expect(await state()).toMatchObject({ state: "soft" });
});

test("a bounce of an address that the contact has no more says nothing of the new one", async () => {
  const { take, recipient, state, moveTo } = await mailboxScene();
  await moveTo("new@mill.example");
  await take(bounceOf(recipient, noSuchUser));
  expect(await state()).toBeUndefined();
});

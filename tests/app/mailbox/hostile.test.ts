import { expect, test } from "vitest";
import { listReceived } from "#app/services/mailbox/list-received";
import { receiveMails } from "#app/services/mailbox/receive-mails";
import { bytesOf } from "#tests/app/mail/inbound/messages";
import { launch } from "#tests/support/world";
import { bounceOf, noSuchUser, replyTo } from "./messages";
import { mailboxScene } from "./scene";

test("a bounce that names no mail of ours is listed and changes nothing", async () => {
  const { take, team, recipient, state, mail } = await mailboxScene();
  const forged = { mail: { ...recipient.mail, messageId: "<made-up@avow.example>" } };
  expect(await take(bounceOf(forged, noSuchUser))).toEqual([{ outcome: "taken", what: "hard", isMatched: false }]);
  expect(await state()).toBeUndefined();
  expect(await mail()).toMatchObject({ state: "sent" });
  const { received, total } = await listReceived(team, { page: 1 });
  expect([total, received]).toMatchObject([1, [{ what: "hard", about: undefined, said: "" }]]);
});

test("another organisation's Message-ID changes nothing there, and tells nothing", async () => {
  const { take, ctx, team } = await mailboxScene();
  const theirs = await launch(ctx.store, { campaign: { regimes: [] } });
  const org = theirs.organisation.id;
  expect(await take(bounceOf(theirs.recipient, noSuchUser))).toEqual([
    { outcome: "taken", what: "hard", isMatched: false },
  ]);
  expect(await ctx.store.inboundMails.stateOf(org, theirs.recipient.contact.id)).toBeUndefined();
  expect((await ctx.store.mails.get(org, theirs.recipient.mail.id))?.lastError).toBeUndefined();
  expect((await ctx.store.inboundMails.list(org, { page: 1, pageSize: 9 })).total).toBe(0);
  expect((await listReceived(team, { page: 1 })).received).toMatchObject([{ about: undefined }]);
});

test("the same message by any way, with other line ends and headers of its way, is one", async () => {
  const { take, team, recipient } = await mailboxScene();
  const message = replyTo(recipient.mail.messageId, { "Message-ID": "<r@mill.example>" }, "One.\nTwo.");
  const text = new TextDecoder().decode(message);
  const again = new TextEncoder().encode(`Received: from a by b\n${text.replaceAll("\r\n", "\n")}\n`);
  expect((await take(message, again)).map(({ outcome }) => outcome)).toEqual(["taken", "known"]);
  expect(await receiveMails(team, { messages: [again], way: "api" })).toMatchObject([{ outcome: "known" }]);
  const other = replyTo(recipient.mail.messageId, { "Message-ID": "<r@mill.example>" }, "One.\nThree.");
  expect((await take(other)).map(({ outcome }) => outcome)).toEqual(["taken"]);
  expect((await listReceived(team, { page: 1 })).total).toBe(2);
});

test("nothing, empty ones and too many are refused, and nothing of them is kept", async () => {
  const { team } = await mailboxScene();
  const one = new TextEncoder().encode("Subject: x\n\nx");
  const faults = async (messages: Uint8Array[]) => {
    const outcome = await receiveMails.submit(team, { messages, way: "file" });
    return "faults" in outcome ? outcome.faults.map(({ code }) => code) : [];
  };
  expect(await faults([])).toEqual(["messages-none"]);
  expect(await faults([one, new Uint8Array()])).toEqual(["message-empty"]);
  expect(await faults(Array.from({ length: 21 }, () => one))).toEqual(["messages-many"]);
  expect((await listReceived(team, { page: 1 })).total).toBe(0);
});

test("odd messages are kept as what they are: huge, nested, broken, with controls in their headers", async () => {
  const { take, team } = await mailboxScene();
  const nested = Array.from(
    { length: 3_000 },
    (_, at) => `--b${at}\nContent-Type: multipart/mixed; boundary=b${at + 1}\n`,
  ).join("\n");
  const huge = new Uint8Array(9_000_000).fill(65);
  const odd = [
    bytesOf({ From: "a@b.example", Subject: "<b>x</b>\u0000\u202e =?utf-8?Q?a=0D=0ABcc:_all@b.example?=" }, "x"),
    bytesOf({ "Content-Type": "multipart/mixed; boundary=b0" }, nested),
    huge,
    new Uint8Array([0, 255, 254, 13, 10, 13, 10, 0]),
  ];
  expect(await take(...odd)).toHaveLength(4);
  const { received } = await listReceived({ ...team, may: () => true }, { page: 1 });
  expect(received).toHaveLength(4);
  for (const { subject = "", from } of received) {
    expect(subject + from).not.toMatch(/[\p{Cc}\u202e]/u);
    expect([...subject].length).toBeLessThanOrEqual(300);
  }
  expect(received.some(({ subject }) => subject?.startsWith("<b>x</b>"))).toBe(true);
});

test("who does not see answers on North Korean labour sees no subject that may tell of them", async () => {
  const { take, world, as, recipient } = await mailboxScene();
  await take(replyTo("<unknown@avow.example>", { Subject: "Our workers" }), replyTo(recipient.mail.messageId));
  const subjects = async (readsNorthKorea: boolean) =>
    (await listReceived(as(world, { readsNorthKorea }), { page: 1 })).received.map(({ subject }) => subject).sort();
  expect(await subjects(true)).toEqual(["Our workers", "Re: questions"]);
  expect(await subjects(false)).toEqual(["Re: questions", undefined]);
});

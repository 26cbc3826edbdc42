import { describe, expect, test } from "vitest";
import { classifyMail } from "#app/mail/inbound/classify-mail";
import { bytesOf, plainBounce } from "./messages";

describe("a bounce that only people can read", () => {
  test.each([
    ["<anna@mill.example>:\nRemote host said: 552 5.2.2 mailbox is full", "full"],
    ["<anna@mill.example>:\nSorry, no mailbox here by that name.", "hard"],
    ["<anna@mill.example>:\n>>> RCPT TO:<anna@mill.example>\n<<< 550 no such user", "hard"],
    ["<anna@mill.example>:\n>>> DATA\n<<< 550 no such user", "blocked"],
    ["<anna@mill.example>:\n550 no such user", "soft"],
    ["anna@mill.example: SMTP error after MAIL FROM: 553 5.1.0 no such user", "blocked"],
    ["<anna@mill.example>: 554 Your server is on a blacklist", "blocked"],
    ["anna@mill.example: Domain does not exist", "hard"],
    ["anna@mill.example: something that nobody understands", "soft"],
  ])("%j is %s", async (words, is) => {
    const mail = await classifyMail(plainBounce(words));
    expect(mail).toMatchObject({ kind: "bounce", messageIds: ["<asked@buyer.example>"] });
    expect(mail.recipients.map((one) => [one.address, one.class])).toEqual([["anna@mill.example", is]]);
  });

  test("tells several addresses apart", async () => {
    const words = "<anna@mill.example>:\n550 5.1.1 user unknown\n\n<ben@mill.example>:\n552 5.2.2 over quota";
    const { recipients } = await classifyMail(plainBounce(words));
    expect(recipients.map((one) => [one.address, one.class, one.status])).toEqual([
      ["anna@mill.example", "hard", "5.1.1"],
      ["ben@mill.example", "full", "5.2.2"],
    ]);
  });

  test("that warns is a delay", async () => {
    const mail = await classifyMail(plainBounce("THIS IS A WARNING ONLY.\nanna@mill.example: Connection refused"));
    const dead = await classifyMail(plainBounce("THIS IS A WARNING ONLY.\nanna@mill.example: Domain does not exist"));
    expect([mail, dead].map(({ kind, recipients }) => [kind, recipients[0]?.class])).toEqual([
      ["delay", "soft"],
      ["delay", "soft"],
    ]);
  });

  test("never takes the one who asked for the one who failed", async () => {
    const mail = await classifyMail(plainBounce("desk@buyer.example wrote:\nanna@mill.example: Domain does not exist"));
    expect(mail.recipients.map(({ address }) => address)).toEqual(["anna@mill.example"]);
  });
});

const person = { From: "Anna <Anna@mill.example>", To: "desk@buyer.example", Subject: "Re: Your questions" };

describe("what a person or their program writes", () => {
  test("is a reply, with the mails that it answers", async () => {
    const headers = {
      ...person,
      "In-Reply-To": "<asked@buyer.example>",
      References: "<first@buyer.example> <asked@buyer.example>",
    };
    const mail = await classifyMail(bytesOf(headers, "We moved; user unknown, mailbox full.\n"));
    expect(mail).toMatchObject({
      kind: "reply",
      from: "anna@mill.example",
      recipients: [],
      messageIds: ["<asked@buyer.example>", "<first@buyer.example>"],
    });
  });

  test.each<Record<string, string>>([
    { "Auto-Submitted": "auto-replied" },
    { "X-Autoreply": "yes" },
    { Precedence: "auto_reply" },
    { Subject: "Out of office: Your questions" },
    { Subject: "=?utf-8?Q?R=C3=A9ponse_automatique_:_questions?=" },
  ])("is an auto-reply with %j", async (headers) => {
    const mail = await classifyMail(bytesOf({ ...person, ...headers }, "I am away. My mailbox is full.\n"));
    expect([mail.kind, mail.recipients]).toEqual(["auto-reply", []]);
  });

  test("is a reply with Auto-Submitted: no", async () => {
    expect((await classifyMail(bytesOf({ ...person, "Auto-Submitted": "no" }, "Here we are.\n"))).kind).toBe("reply");
  });

  test("is a reply where a person quotes a report", async () => {
    const quoted = "> Final-Recipient: rfc822; ben@mill.example\n> Action: failed\n> Status: 5.1.1\n";
    const mail = await classifyMail(bytesOf(person, `Is this about us?\n\n${quoted}`));
    expect([mail.kind, mail.recipients]).toEqual(["reply", []]);
  });

  test("is a reply where a person passes a bounce on", async () => {
    const headers = { ...person, Subject: "Fwd: Undelivered Mail Returned to Sender" };
    const mail = await classifyMail(bytesOf(headers, "Look:\n\n550 5.1.1 <ben@mill.example>: User unknown\n"));
    expect([mail.kind, mail.recipients]).toEqual(["reply", []]);
  });
});

test("a mail program that unsubscribes for a person is a complaint of that person", async () => {
  const headers = { ...person, Subject: "unsubscribe", "Auto-Submitted": "auto-replied" };
  const mail = await classifyMail(bytesOf(headers, "Sent to unsubscribe.\n"));
  expect(mail).toMatchObject({
    kind: "complaint",
    feedback: "opt-out",
    recipients: [{ address: "anna@mill.example" }],
  });
});

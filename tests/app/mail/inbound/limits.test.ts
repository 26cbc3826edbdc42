import { describe, expect, test } from "vitest";
import { classifyMail } from "#app/mail/inbound/classify-mail";
import { limits } from "#app/mail/inbound/inbound-mail";
import { bytesOf, fromDaemon, plainBounce, statusReport } from "./messages";

/** Far above what any of them takes, so that a slow machine is no failure and an endless search is one. */
const milliseconds = 5000;

const timed = async (message: Uint8Array) => {
  const start = performance.now();
  const mail = await classifyMail(message);
  expect(performance.now() - start).toBeLessThan(milliseconds);
  return mail;
};

describe("a message of any size or shape is read in bounded time", () => {
  test("of 20 MB", async () => {
    const mail = await timed(
      plainBounce(`<anna@mill.example>: Domain does not exist\n\n${"x".repeat(76)}\n`.padEnd(20_000_000, "word ")),
    );
    expect(mail.recipients[0]).toMatchObject({ address: "anna@mill.example" });
    expect(mail.text.length).toBeLessThanOrEqual(limits.text);
  });

  test("of parts in parts in parts", async () => {
    const open = Array.from(
      { length: 3000 },
      (_, at) => `--b${at}\nContent-Type: multipart/mixed; boundary="b${at + 1}"\n\n`,
    );
    const mail = await timed(
      bytesOf({ ...fromDaemon, "Content-Type": 'multipart/mixed; boundary="b0"' }, open.join("")),
    );
    expect(mail.from).toBe("mailer-daemon@relay.buyer.example");
  });

  test("of mails in mails in mails", async () => {
    const inner = "Content-Type: message/rfc822\n\n".repeat(5000);
    expect((await timed(bytesOf({ From: "anna@mill.example", "Content-Type": "message/rfc822" }, inner))).kind).toBe(
      "reply",
    );
  });

  test("of ten thousand parts", async () => {
    const parts = "--cut\nContent-Type: message/rfc822\n\nFrom: a@b.example\n\nx\n".repeat(10_000);
    await timed(bytesOf({ ...fromDaemon, "Content-Type": 'multipart/mixed; boundary="cut"' }, parts));
  });

  test("of ten thousand recipients, in a report and in words", async () => {
    const addresses = Array.from({ length: 10_000 }, (_, at) => `a${at}@mill.example`);
    const groups = addresses.map((one) => `Final-Recipient: rfc822; ${one}\nAction: failed\nStatus: 5.1.1`);
    for (const message of [
      statusReport(groups),
      plainBounce(addresses.map((one) => `<${one}>: no such user`).join("\n")),
    ]) {
      const { recipients } = await timed(message);
      expect(recipients.length).toBeGreaterThan(1);
      expect(recipients.length).toBeLessThanOrEqual(limits.recipients);
    }
  });

  test.each([
    "a",
    "a@",
    "@",
    "<",
    " ",
    ">",
    "exceed ",
    "user ",
    "mailbox is ",
    "550 ",
    "5.1.1",
    "<a@b ",
    "\n",
    "- ",
    "domain name ",
    "=?utf-8?Q?",
    "a: b\n ",
  ])("of nothing but %j", async (piece) => {
    const text = piece.repeat(Math.ceil(400_000 / piece.length));
    await timed(plainBounce(text));
    await timed(statusReport([`Final-Recipient: rfc822; a@b.example\nStatus: ${text}\nDiagnostic-Code: ${text}`]));
    await timed(bytesOf({ From: text.replaceAll("\n", " "), Subject: text.replaceAll("\n", " ") }, text));
  });

  test("of nothing, of noise and of half a header", async () => {
    const noise = Uint8Array.from({ length: 50_000 }, (_, at) => (at * 7919) % 256);
    expect((await timed(new Uint8Array())).kind).toBe("unreadable");
    await timed(noise);
    expect((await timed(new TextEncoder().encode("From: anna@mill"))).recipients).toEqual([]);
  });
});

import { describe, expect, test } from "vitest";
import { classifyMail } from "#app/mail/inbound/classify-mail";
import { bytesOf, fromDaemon, report, returnedHeaders, statusReport } from "./messages";

const group = (address: string, status: string, said: string, action = "failed") =>
  `Final-Recipient: rfc822; ${address}\nAction: ${action}\nStatus: ${status}\nDiagnostic-Code: smtp; ${said}`;

describe("a delivery-status report", () => {
  test("names every address, its class, its code, what was said, and the mail it is about", async () => {
    const mail = await classifyMail(
      statusReport([
        group("Anna@mill.example", "5.1.1", "550 5.1.1 <anna@mill.example>: Recipient address rejected: User unknown"),
        group("ben@mill.example", "5.2.2", "552 5.2.2 Mailbox full"),
      ]),
    );
    expect(mail).toMatchObject({ kind: "bounce", messageIds: ["<asked@buyer.example>"] });
    expect(mail.recipients.map(({ address, class: is, status }) => [address, is, status])).toEqual([
      ["anna@mill.example", "hard", "5.1.1"],
      ["ben@mill.example", "full", "5.2.2"],
    ]);
    expect(mail.recipients[1]?.said).toBe("552 5.2.2 Mailbox full");
  });

  test.each([
    ["5.1.1", "550 5.1.1 Refused due to the recipient's preferences", "blocked"],
    ["5.1.1", "550 5.1.1 Sender blocked: listed at a block list", "blocked"],
    ["5.1.1", "550 5.1.1 words that nobody knows", "soft"],
    ["5.2.1", "550 5.2.1 The account you tried to reach is disabled", "soft"],
    ["5.7.1", "550 5.7.1 User unknown", "soft"],
    ["5.0.0", "550 User unknown", "soft"],
    ["4.2.2", "450 4.2.2 Over quota", "full"],
    ["5.7.26", "550 5.7.26 Unauthenticated mail is not accepted: DMARC", "blocked"],
    ["4.4.1", "connect to mx.mill.example: Connection timed out", "soft"],
    ["5.4.4", "Host or domain name not found", "hard"],
    ["5.1.6", "550 5.1.6 recipient no longer on server", "hard"],
    ["4.4.3", "450 4.4.3 Domain not found, name server did not answer", "soft"],
    ["5.3.4", "552 5.3.4 Message too large", "soft"],
  ])("%s with “%s” is %s", async (status, said, is) => {
    const mail = await classifyMail(statusReport([group("anna@mill.example", status, said)]));
    expect(mail.recipients.map((one) => one.class)).toEqual([is]);
  });

  test("of an unknown user is a filter's word after the content, and a fact at the recipient", async () => {
    const fields = [group("anna@mill.example", "5.0.0", "550 User unknown")];
    const after = await classifyMail(statusReport(fields, "550 User unknown (in reply to end of DATA command)"));
    const before = await classifyMail(statusReport(fields, "550 User unknown (in reply to RCPT TO command)"));
    expect([after.recipients[0]?.class, before.recipients[0]?.class]).toEqual(["blocked", "hard"]);
  });

  test("of a delay or of success marks nobody as failed", async () => {
    const late = await classifyMail(statusReport([group("anna@mill.example", "4.4.7", "timed out", "delayed")]));
    const good = await classifyMail(statusReport([group("anna@mill.example", "2.1.5", "250 ok", "delivered")]));
    expect([late.kind, late.recipients[0]?.class]).toEqual(["delay", "soft"]);
    expect(good).toMatchObject({ kind: "delivered", recipients: [{ address: "anna@mill.example" }] });
    expect(good.recipients[0]?.class).toBeUndefined();
  });

  test("is read where its parts lost their borders", async () => {
    const body = `It failed.\n\n${group("anna@mill.example", "5.1.1", "550 5.1.1 User unknown")}\n`;
    const headers = { ...fromDaemon, "Content-Type": 'multipart/report; boundary="never"' };
    const mail = await classifyMail(bytesOf(headers, body));
    expect([mail.kind, mail.recipients[0]?.address, mail.recipients[0]?.class]).toEqual([
      "bounce",
      "anna@mill.example",
      "hard",
    ]);
  });
});

describe("a feedback report", () => {
  test("is a complaint of whom it names, and no bounce", async () => {
    const fields =
      "Feedback-Type: abuse\nVersion: 1\nOriginal-Rcpt-To: <anna@mill.example>\nOriginal-Rcpt-To: ben@mill.example";
    const mail = await classifyMail(
      report("feedback-report", "This is an abuse report.", [["message/feedback-report", fields], returnedHeaders]),
    );
    expect(mail).toMatchObject({ kind: "complaint", feedback: "abuse", messageIds: ["<asked@buyer.example>"] });
    expect(mail.recipients).toEqual([
      { address: "anna@mill.example", said: "" },
      { address: "ben@mill.example", said: "" },
    ]);
  });

  test("without names is of whom the mail went to", async () => {
    const mail = await classifyMail(
      report("feedback-report", "A report.", [["message/feedback-report", "Feedback-Type: opt-out"], returnedHeaders]),
    );
    expect(mail).toMatchObject({ feedback: "opt-out", recipients: [{ address: "anna@mill.example" }] });
  });
});

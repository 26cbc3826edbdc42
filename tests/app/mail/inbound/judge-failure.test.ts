import { describe, expect, test } from "vitest";
import { judgeFailure } from "#app/mail/inbound/judge-failure";
import { statusIn } from "#app/mail/inbound/status-report";

/** What servers say to a recipient that is there, as far as anybody can tell, in words that look like those to an unknown one. */
const toTheLiving = [
  "450 4.1.1 <a@b>: Recipient address rejected: unverified address: connect to mx timed out",
  "450 4.7.1 <a@b>: Recipient address rejected: Greylisted, see http://postgrey",
  "450 <a@b>: Recipient address rejected: User unknown in local recipient table",
  "550 5.7.1 <a@b>: Recipient address rejected: Please see http://www.openspf.net/Why",
  "550 <a@b>: Recipient address rejected: Policy restriction",
  "550 5.1.8 <x@y>: Sender address rejected: Domain not found",
  "550 5.1.0 <x@y>: Sender address rejected: User unknown in virtual mailbox table",
  "554 5.7.1 <mail.x>: Helo command rejected: Host not found",
  "554 5.7.1 Client host rejected: cannot find your hostname, [1.2.3.4]",
  "550 Verification failed for <x@y> Sender verify failed",
  "550 5.1.1 sender is unknown, mailbox verification failed",
  "550 Unknown sender domain",
  "550 Your domain is unknown to us",
  "550 5.7.1 Email rejected per DMARC policy for domain",
  "550 5.4.1 Recipient address rejected: Access denied. AS(201806281)",
  "550 5.7.1 Unable to relay for a@b",
  "550 relay not permitted",
  "550-5.7.26 This mail has been blocked because the sender is unauthenticated.",
  "452 4.2.2 The email account that you tried to reach is over quota",
  "550 5.2.1 The user you are trying to contact is receiving mail at a rate that prevents additional messages",
  "550 5.2.1 Mailbox unavailable. Your IP address 1.2.3.4 is blacklisted",
  "550 Requested action not taken: mailbox unavailable",
  "550 5.1.1 Your message was detected as spam; the recipient does not exist in our whitelist",
  "550 rejected because the sending MTA or the associated domain does not exist in DNS",
  "550 DNS: host not found for your HELO",
  "550 unknown host name in greeting",
  "501 5.1.7 Invalid sender address",
  "553 5.1.3 Invalid address format",
  "550 5.1.7 The sender's address was invalid",
  "550 no valid return path: return address domain not found",
  "550 From: header has invalid address",
  "550 Envelope sender domain has no MX record",
  "450 4.4.0 DNS: Temporary lookup failure, domain not found",
  "550 5.3.4 Requested action not taken; user not allowed attachments",
  "550 Account temporarily unavailable, user not found in session",
  "554 5.0.0 Service unavailable; MX lookup unknown error for the recipient's host",
  "550 sorry, your mail server address is unknown to us",
  "550 5.1.1 The recipient's mailbox is disabled",
  "550 5.7.133 RESOLVER.RST.SenderNotAuthenticatedForGroup; authentication required",
  "550 5.1.10 mail from unknown users is not accepted",
  "550 Mail from unknown user or address not accepted here",
  "550 unknown client; name not found",
];

const toTheDead = [
  "550 5.1.1 <a@b>: Recipient address rejected: User unknown in virtual mailbox table",
  "550 No Such User Here",
  "550 5.1.1 The email account that you tried to reach does not exist. Please try",
  "550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient a@b not found by SMTP address lookup",
  "554 delivery error: dd Requested mail action aborted, mailbox not found",
  "550 Invalid Recipient",
  "550 5.1.1 unknown or illegal alias: a@b",
  "550 Unrouteable address",
  "511 sorry, no mailbox here by that name (#5.1.1 - chkuser)",
  "550 5.1.1 User doesn't exist: a@b",
  "550 5.1.1 No such user - psmtp",
  "550 a@b is not a valid mailbox",
  '550 unknown local-part "a" in domain "b"',
  "550 5.1.1 <a@b> is not a known user",
  "550 mailbox a@b does not exist",
  "550 5.1.1 recipient rejected, no such mailbox",
  "550 Account not found",
  "550 5.4.1 no such domain",
  "550 Domain b not found",
];

const judged = (said: string, told: string) => judgeFailure({ said, told, status: statusIn(said) });
const atRecipient = (said: string) => `host mx said: ${said} (in reply to RCPT TO command)`;

describe("a recipient", () => {
  test.each(toTheLiving)("is not called dead for “%s”", (said) => {
    expect([judged(said, ""), judged(said, atRecipient(said))]).not.toContain("hard");
  });

  test.each(toTheDead)("is called dead for “%s”, said when it was named", (said) => {
    expect(judged(said, atRecipient(said))).toBe("hard");
  });

  test.each(["550 No such user here", "550 unknown user", "mailbox unavailable", ""])(
    "is not called dead for a mere “%s”",
    (said) => {
      expect(judged(said, "")).toBe("soft");
    },
  );

  test("is not called dead for a reading of the reporting program, where the server said what nobody understands", () => {
    expect(
      judgeFailure({
        said: "553 see our page",
        told: "550 5.1.1 <anna@mill.example>... User unknown",
        status: "5.1.3",
      }),
    ).toBe("soft");
  });
});

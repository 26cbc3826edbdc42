import nodemailer from "nodemailer";
import { parseConnectionUrl } from "nodemailer/lib/shared";
import SMTPConnection from "nodemailer/lib/smtp-connection";
import { MailError, type MailReason, type MailStep } from "#app/domain/mail-error";
import type { Mailer } from "#app/mail/message";

const patience = { connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 60_000 };
const notAscii = /[^\0-\x7f]/;

/**
 * A mailer over SMTP. `address` is `smtp://user:password@host:587` or `smtps://…`. `needsTls`: nothing is said without TLS, neither
 * a password nor a mail; else TLS is used whenever the server offers it.
 * Close it when the process ends, or its connections keep the process alive.
 */
export function smtpMailer(address: string, { needsTls }: { needsTls: boolean }): Mailer {
  const url = needsTls ? withTls(address) : address;
  const transport = nodemailer.createTransport({
    url,
    pool: true,
    maxConnections: 3,
    // A server that hangs up before its greeting does so again: the queue waits for it, not one mail.
    maxRequeues: 1,
    ...patience,
    // Nothing in a mail of ours comes from a file or an address, so no name in it can make the server fetch one.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send({ from, to, subject, text, html, messageId, headers, ...thread }) {
      try {
        if (notAscii.test(to.slice(0, to.lastIndexOf("@")))) await requireUtf8(url);
        await transport.sendMail({
          from,
          to: { name: "", address: to },
          subject,
          text,
          html,
          messageId,
          headers: { ...headers },
          ...thread,
          // Base64 keeps long lines of Arabic and Chinese whole on every relay.
          textEncoding: "base64",
        });
      } catch (error) {
        throw mailErrorOf(error);
      }
    },
    async verify() {
      try {
        await transport.verify();
      } catch (error) {
        throw mailErrorOf(error);
      }
    },
    close: () => transport.close(),
  };
}

/**
 * Whoever stands between us and the server can take STARTTLS out of what it offers, and would be sent everything in clear. What
 * else the address says of it gives way.
 */
function withTls(address: string): string {
  const url = new URL(address);
  url.searchParams.delete("ignoreTLS");
  url.searchParams.set("requireTLS", "true");
  return url.href;
}

/** Without SMTPUTF8 (RFC 6531) such an address would leave as bytes that no server may take, and be lost on its way. */
async function requireUtf8(url: string): Promise<void> {
  const reason: MailReason = "letters-before-at";
  if (!(await offersUtf8(url))) throw new MailError({ step: "not-offered", said: reason });
}

/** Asks the server what it offers: a pooled connection does not tell. */
async function offersUtf8(url: string): Promise<boolean> {
  const connection = new SMTPConnection({ ...parseConnectionUrl(url), ...patience });
  try {
    return await new Promise<boolean>((resolve, reject) => {
      connection.once("error", reject);
      connection.once("end", () => reject(new Error("the mail server closed the connection")));
      // The last reply is the one to EHLO, after STARTTLS the second one.
      connection.connect((error) =>
        error ? reject(error) : resolve(/^250[ -]SMTPUTF8\b/im.test(connection.lastServerResponse || "")),
      );
    });
  } finally {
    connection.close();
  }
}

const stepOfCommand: Readonly<Record<string, MailStep>> = {
  STARTTLS: "tls",
  "MAIL FROM": "sender",
  "RCPT TO": "recipient",
  DATA: "message",
};

/** Codes of Node for a certificate or an encryption that it does not take; nodemailer tells of them as of any connection. */
const untrusted = /CERT|SELF_SIGNED|VERIFY|SSL|TLS|EPROTO/;

/** What nodemailer throws, in our words; it says the command that failed, the reply, and a code of its own. */
function mailErrorOf(thrown: unknown): MailError {
  if (thrown instanceof MailError) return thrown;
  const error = thrown instanceof Error ? thrown : new Error(String(thrown));
  const command = "command" in error ? String(error.command) : "";
  const code = "code" in error ? String(error.code) : "";
  const reply = "responseCode" in error ? Number(error.responseCode) : undefined;
  const said = "response" in error ? String(error.response) : error.message;
  const cause = "originalCode" in error ? String(error.originalCode) : "";
  // A server that knows no EHLO knows no STARTTLS either; nodemailer tells of it as of any connection.
  const isTls = untrusted.test(cause) || /required STARTTLS/.test(error.message);
  return new MailError({ step: isTls ? "tls" : stepOf(command, code), reply, said });
}

function stepOf(command: string, code: string): MailStep {
  if (code === "EAUTH" || code === "ENOAUTH" || code === "EOAUTH2") return "login";
  if (code === "ETLS" || code === "EREQUIRETLS") return "tls";
  // Such as an address with a line break in it: nothing was said to the server.
  if (command === "API" && (code === "EENVELOPE" || code === "EMESSAGE")) return "not-offered";
  if (code === "EMESSAGE" && command === "MAIL FROM") return "not-offered";
  return stepOfCommand[command] ?? "connection";
}

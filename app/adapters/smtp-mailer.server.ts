import nodemailer from "nodemailer";
import type { Mailer } from "#app/mail/message";

/**
 * A mailer over SMTP. `url` is `smtp://user:password@host:587` or `smtps://…`; TLS is used whenever the server offers it.
 * Close it when the process ends, or its connections keep the process alive.
 */
export function smtpMailer(url: string): Mailer {
  const transport = nodemailer.createTransport({
    url,
    pool: true,
    maxConnections: 3,
    connectionTimeout: 15_000,
    greetingTimeout: 15_000,
    socketTimeout: 60_000,
    // Nothing in a mail of ours comes from a file or an address, so no name in it can make the server fetch one.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send({ from, to, subject, text, html, messageId, headers }) {
      await transport.sendMail({
        from,
        to: { name: "", address: to },
        subject,
        text,
        html,
        messageId,
        headers: { ...headers },
        // Base64 keeps long lines of Arabic and Chinese whole on every relay.
        textEncoding: "base64",
      });
    },
    close: () => transport.close(),
  };
}

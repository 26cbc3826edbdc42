import { onTestFinished } from "vitest";
import { smtpMailer } from "#app/adapters/smtp-mailer.server";
import { type TestContext, testContext } from "./context";
import { type MailServer, type MailServerOptions, startMailServer } from "./mail-server";

/** Closes something when the test that runs now is over, what was opened last first. */
export function closeAfter(close: () => unknown): void {
  onTestFinished(async () => {
    await close();
  });
}

export const sender = "questions@avow.example";

/** The product with a mailer for this address, which needs TLS as its settings say or as said here, from the sender that all tests of mail use. */
export async function mailing(url: string, needsTls?: boolean): Promise<TestContext> {
  const made = await testContext({ SMTP_URL: url, MAIL_FROM: `Avow <${sender}>` });
  const mailer = smtpMailer(url, { needsTls: needsTls ?? made.config.smtpNeedsTls });
  const ctx = { ...made, mailer };
  closeAfter(() => ctx.store.close());
  closeAfter(mailer.close);
  return ctx;
}

/** The same with a real mail server behind it. `user` and password are sent where one is named. */
export async function delivering(
  options: MailServerOptions = {},
  user?: string,
): Promise<{ ctx: TestContext; server: MailServer }> {
  const server = await startMailServer(options);
  closeAfter(server.close);
  const url = user === undefined ? server.url : server.url.replace("://", `://${user}:secret@`);
  return { ctx: await mailing(url), server };
}

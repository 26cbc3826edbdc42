import { expect, test } from "vitest";
import { MailError } from "#app/domain/mail-error";
import { readConfig } from "#app/product/config.server";
import { mailHoldView } from "#app/services/mails/mail-status";
import { asPerson } from "#tests/support/context";
import { closeAfter, mailing } from "#tests/support/delivering";
import { doJobs } from "#tests/support/jobs";
import { type MailServerOptions, startMailServer } from "#tests/support/mail-server";
import { launch } from "#tests/support/world";

/** A mail server that wants a login, and the product that has to reach it over TLS or not at all. */
async function reaching(server: MailServerOptions["server"], options = "", needsTls = true) {
  const mailServer = await startMailServer({ server });
  closeAfter(mailServer.close);
  const url = `${mailServer.url.replace("://", "://buyer:secret@")}${options}`;
  return { server: mailServer, ctx: await mailing(url, needsTls) };
}

const startTls = { disabledCommands: [] };
const trusting = "?tls.rejectUnauthorized=false";
/** Servers with which no encryption comes about, whatever their address says. */
const clear = {
  "does not know STARTTLS": [{ disabledCommands: ["STARTTLS"] }, ""],
  "does not know STARTTLS, with an address that asks for none": [{ disabledCommands: ["STARTTLS"] }, "?ignoreTLS=true"],
  "does not know STARTTLS, with an address that does not need it": [
    { disabledCommands: ["STARTTLS"] },
    "?requireTLS=false",
  ],
  "does not even know EHLO": [{ disabledCommands: ["STARTTLS", "EHLO"] }, ""],
  "has a certificate that nobody vouches for": [startTls, ""],
} as const satisfies Record<string, readonly [MailServerOptions["server"], string]>;

test.each(Object.entries(clear))(
  "a server that %s holds the queue, and hears no password",
  async (_, [how, options]) => {
    const { ctx, server } = await reaching({ ...how, disabledCommands: [...how.disabledCommands] }, options);
    const { organisation, admin, recipient } = await launch(ctx.store);
    await doJobs(ctx);
    expect(await ctx.store.mailHolds.get()).toMatchObject({ trouble: "tls" });
    expect(await mailHoldView(asPerson(ctx, { organisation, user: admin }))).toMatchObject({
      trouble: "tls",
      waiting: 1,
    });
    expect((await ctx.store.mails.get(organisation.id, recipient.mail.id))?.state).toBe("queued");
    expect(server.logins).toEqual([]);
    expect(server.received).toEqual([]);
    const tried = ctx.mailer?.verify();
    await expect(tried).rejects.toBeInstanceOf(MailError);
    await expect(tried).rejects.toMatchObject({ refusal: { step: "tls" } });
    expect(server.logins).toEqual([]);
  },
);

test("a server that takes STARTTLS gets the mail, also where an address asks for none and where it is not offered", async () => {
  for (const [how, options] of [
    [startTls, trusting],
    [startTls, `${trusting}&ignoreTLS=true`],
    [{ ...startTls, hideSTARTTLS: true }, trusting],
  ] as const) {
    const secure: boolean[] = [];
    const onSecure = (_socket: unknown, _session: unknown, callback: () => void) => {
      secure.push(true);
      callback();
    };
    const { ctx, server } = await reaching({ ...how, disabledCommands: [], onSecure }, options);
    await launch(ctx.store);
    await doJobs(ctx);
    expect(server.received).toHaveLength(1);
    expect(server.logins).toEqual(["buyer"]);
    expect(secure.length).toBeGreaterThan(0);
    expect(await ctx.store.mailHolds.get()).toBeUndefined();
  }
});

test("where the operator allows it, a server without STARTTLS gets the mail as it is", async () => {
  const plain = { disabledCommands: ["STARTTLS"], allowInsecureAuth: true };
  const { ctx, server } = await reaching(plain, "", false);
  await launch(ctx.store);
  await doJobs(ctx);
  expect(server.received).toHaveLength(1);
  expect(server.logins).toEqual(["buyer"]);
});

test.each([
  ["smtp://mail.example.com", undefined, true],
  ["smtp://me:secret@mail.example.com:587", undefined, true],
  ["smtp://10.0.0.5", undefined, true],
  ["smtp://localhost.example.com", undefined, true],
  ["smtp://127.0.0.1.example.com", undefined, true],
  ["smtps://mail.example.com", undefined, true],
  ["smtp://mail.example.com", "allowed", false],
  ["smtp://localhost:25", undefined, false],
  ["smtp://LOCALHOST", undefined, false],
  ["smtp://127.0.0.1:2525", undefined, false],
  ["smtp://127.1.2.3", undefined, false],
  ["smtp://[::1]:25", undefined, false],
])("%s with SMTP_PLAIN=%s needs TLS: %s", (SMTP_URL, SMTP_PLAIN, needs) => {
  expect(readConfig({ SMTP_URL, ...(SMTP_PLAIN ? { SMTP_PLAIN } : {}) }).smtpNeedsTls).toBe(needs);
});

test.each(["yes", "true", "1", "Allowed"])("SMTP_PLAIN=%s is no value, and the start says so", (SMTP_PLAIN) => {
  expect(() => readConfig({ SMTP_PLAIN })).toThrow(/SMTP_PLAIN: must be allowed, or not be set/);
});

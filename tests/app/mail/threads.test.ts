import { describe, expect, it } from "vitest";
import { newMail } from "#app/services/mails/new-mail";
import type { TestContext } from "#tests/support/context";
import { delivering } from "#tests/support/delivering";
import { anEvent, aUser } from "#tests/support/factories";
import { doJobs } from "#tests/support/jobs";
import type { Received } from "#tests/support/mail-server";
import { launch, type World } from "#tests/support/world";

function header(received: Received | undefined, name: string): string | undefined {
  return received?.mail.headers.find(({ key }) => key === name)?.value;
}

/** Whoever launched the campaigns of the tests, with this address. */
async function withOwner(ctx: TestContext, { organisation }: World, email: string): Promise<void> {
  const user = aUser({ org: organisation.id, id: "user-0", email });
  await ctx.store.users.add({ user, passwordHash: "$argon2id$of-nobody", audit: anEvent() });
}

async function sendOneMore(ctx: TestContext, { organisation, recipient }: World, kind: "invitation" | "receipt") {
  const { invitation, contact } = recipient;
  ctx.later(1);
  const about = { org: organisation.id, id: ctx.ids.next(), kind, invitation: invitation.id, contact };
  const mail = newMail(ctx, { ...about, at: ctx.clock.now() });
  await ctx.store.invitations.resend({ org: organisation.id, id: invitation.id, mail, audit: anEvent() });
  await doJobs(ctx);
  return mail.messageId;
}

describe("the mails of one supplier", () => {
  it("stand below the first one, each with a Message-ID of its own", async () => {
    const { ctx, server } = await delivering();
    const world = await launch(ctx.store, { suppliers: 2 });
    await doJobs(ctx);
    const first = world.recipient.mail.messageId;
    const ids = [await sendOneMore(ctx, world, "invitation"), await sendOneMore(ctx, world, "invitation")];
    const [one, two, ...later] = server.received;
    for (const mail of [one, two])
      expect([header(mail, "in-reply-to"), header(mail, "references")]).toEqual([undefined, undefined]);
    expect(later.map(({ mail }) => mail.messageId)).toEqual(ids);
    for (const mail of later) {
      expect([header(mail, "in-reply-to"), header(mail, "references")]).toEqual([first, first]);
    }
  });
});

describe("answers to a mail", () => {
  it("go to the person who launched the campaign", async () => {
    const { ctx, server } = await delivering();
    await withOwner(ctx, await launch(ctx.store), "ida.lindqvist+avow@nordwind.example");
    await doJobs(ctx);
    expect(server.received[0]?.mail.replyTo?.map(({ address }) => address)).toEqual([
      "ida.lindqvist+avow@nordwind.example",
    ]);
  });

  it.each([
    "ida@nordwind.example\r\nBcc: all@example.org",
    "ida@nordwind.example, all@example.org",
    "Ida <ida@nordwind.example>",
    "ida @nordwind.example",
    "ida@@nordwind.example",
    "用户@nordwind.example",
    "ida",
    "",
  ])("go to the sender where that person's address is not a plain one: %j", async (email) => {
    const { ctx, server } = await delivering();
    await withOwner(ctx, await launch(ctx.store), email);
    await doJobs(ctx);
    expect(server.received[0]?.to).toHaveLength(1);
    expect(header(server.received[0], "reply-to")).toBeUndefined();
    expect(server.received[0]?.raw).not.toMatch(/all@example\.org/);
  });

  it("go to the sender where nobody of the team launched it any more", async () => {
    const { ctx, server } = await delivering();
    await launch(ctx.store);
    await doJobs(ctx);
    expect(header(server.received[0], "reply-to")).toBeUndefined();
  });
});

describe("an address with letters beyond ASCII", () => {
  const states = async ({ store }: TestContext, { organisation }: World) =>
    (await store.mails.list(organisation.id, { page: 1, pageSize: 10 })).rows.map(({ state, lastError }) => [
      state,
      lastError,
    ]);

  it.each(["用户@x.example", "müller@x.example", "maría@bücher.example", "işik@x.example"])(
    "before the @ is not sent to a mail server that cannot take it, and says why: %s",
    async (email) => {
      const { ctx, server } = await delivering({ server: { hideSMTPUTF8: true } });
      const world = await launch(ctx.store, { contact: { email } });
      await doJobs(ctx);
      expect(server.received).toEqual([]);
      expect(await states(ctx, world)).toEqual([["failed", "letters-before-at"]]);
      expect(await ctx.store.mailHolds.get()).toBeUndefined();
    },
  );

  it("before the @ is sent to one that can", async () => {
    const { ctx, server } = await delivering();
    const world = await launch(ctx.store, { contact: { email: "用户@x.example" } });
    await doJobs(ctx);
    expect(server.received.map(({ to }) => to)).toEqual([["用户@x.example"]]);
    expect(await states(ctx, world)).toEqual([["sent", undefined]]);
  });

  it.each([
    ["maria@bücher.example", "maria@xn--bcher-kva.example"],
    ["maria@例え.example", "maria@xn--r8jz45g.example"],
  ])("after the @ is written in ASCII, which every mail server takes: %s", async (email, written) => {
    const { ctx, server } = await delivering({ server: { hideSMTPUTF8: true } });
    await launch(ctx.store, { contact: { email } });
    await doJobs(ctx);
    expect(server.received).toHaveLength(1);
    expect(server.received[0]?.raw).toMatch(new RegExp(`^To: <?${written}>?\r?$`, "m"));
  });
});

import { describe, expect, it } from "vitest";
import type { TestContext } from "#tests/support/context";
import { delivering } from "#tests/support/delivering";
import { doJobs } from "#tests/support/jobs";
import { languageWithoutTexts } from "#tests/support/languages";
import { launch } from "#tests/support/world";

/** Does what is due; returns how many mails were tried, and how many of them the mail server took. */
async function deliver(ctx: TestContext) {
  const { mails } = ctx.store;
  const tries = { taken: 0, sent: 0 };
  const counted: typeof mails = {
    ...mails,
    sent: async (change) => {
      await mails.sent(change);
      tries.taken += 1;
      tries.sent += 1;
    },
    failed: async (change) => {
      await mails.failed(change);
      tries.taken += 1;
    },
  };
  await doJobs({ ...ctx, store: { ...ctx.store, mails: counted } });
  return tries;
}

describe("mail", () => {
  it("sends what is due once, with the supplier's language first and English below", async () => {
    const { ctx, server } = await delivering();
    const world = await launch(ctx.store, { suppliers: 2, contact: { language: "ar" } });

    expect(await deliver(ctx)).toEqual({ taken: 2, sent: 2 });
    expect(await deliver(ctx)).toEqual({ taken: 0, sent: 0 });

    expect(server.received).toHaveLength(2);
    const [first] = server.received;
    const text = first?.mail.text ?? "";
    // Whoever reads English alone sees at the top that English follows, marked as English.
    expect(text.startsWith("English text below\n")).toBe(true);
    expect(text.slice(0, 200)).toMatch(/[\u0600-\u06ff]/u);
    expect(first?.mail.html).toContain('dir="rtl"');
    expect(first?.mail.html).toMatch(/<p lang="en" dir="ltr"[^>]*>English text below<\/p><div lang="ar" dir="rtl"/);
    expect(first?.mail.html).toMatch(/<div lang="ar"[^>]*font-family:'Segoe UI','Geeza Pro'/);
    expect(first?.mail.from?.name).toBe(world.organisation.name);
    expect(first?.mail.from?.address).toBe("questions@avow.example");
  });

  it.skipIf(!languageWithoutTexts)(
    "says everything once where there are no texts in the supplier's language, with the buyer's own words in it",
    async () => {
      const { ctx, server } = await delivering();
      const tag = languageWithoutTexts?.tag ?? "";
      const reason = "Hàng hóa do lao động cưỡng bức làm ra bị cấm.";
      await launch(ctx.store, {
        contact: { language: tag },
        campaign: { reason: { en: "Goods are barred.", [tag]: reason } },
      });
      await deliver(ctx);
      const mail = server.received[0]?.mail;
      expect(mail?.text?.match(/Open the questions/g)).toHaveLength(1);
      expect(mail?.text).toContain(reason);
      expect(mail?.text).not.toContain("Goods are barred.");
      expect(mail?.html).toContain(`lang="${tag}" dir="ltr"`);
      expect(mail?.text).toContain(`?language=${tag}\n`);
      expect(mail?.headers.find(({ key }) => key === "content-language")?.value).toBe("en");
    },
  );

  it("puts the link only into the mail: the token it holds opens the invitation, the record keeps its hash", async () => {
    const { ctx, server } = await delivering();
    const { recipient } = await launch(ctx.store);
    await deliver(ctx);
    const token = /https:\/\/avow\.example\/s\/([\w-]{43})/.exec(server.received[0]?.mail.text ?? "")?.[1] ?? "";
    expect(token).toBe(ctx.links.tokenFor(recipient.invitation.id, 1));
    expect(JSON.stringify(await ctx.store.mails.list(recipient.supplier.org, { page: 1, pageSize: 10 }))).not.toContain(
      token,
    );
  });

  it("marks mail as made by a machine and lets a mail program unsubscribe with one click", async () => {
    const { ctx, server } = await delivering();
    const { recipient } = await launch(ctx.store);
    await deliver(ctx);
    const headers = new Map(server.received[0]?.mail.headers.map(({ key, value }) => [key, value]));
    expect(headers.get("message-id")).toBe(recipient.mail.messageId);
    expect(headers.get("auto-submitted")).toBe("auto-generated");
    expect(headers.get("list-unsubscribe-post")).toBe("List-Unsubscribe=One-Click");
    const { org, id } = recipient.invitation;
    const address = `https://avow.example/stop-mails/${org}/${id}/${ctx.links.stopProofFor(org, id)}`;
    expect(headers.get("list-unsubscribe")).toBe(`<${address}>`);
    const { text = "", html = "" } = server.received[0]?.mail ?? {};
    for (const body of [text, String(html)]) expect(body).toContain(address);
    // The token stands in the button and in what is said about it, and in no address that a program calls by itself.
    expect(address).not.toContain(ctx.links.tokenFor(id, 1));
    expect(`${text}${html}`).not.toContain("/unsubscribe");
  });

  it("gives up at once when the mail server refuses for good, and says why", async () => {
    const { ctx } = await delivering({ recipient: () => ({ code: 550, text: "no such mailbox" }) });
    const { organisation, recipient } = await launch(ctx.store);
    expect(await deliver(ctx)).toEqual({ taken: 1, sent: 0 });
    const mail = await ctx.store.mails.get(organisation.id, recipient.mail.id);
    expect(mail?.state).toBe("failed");
    expect(mail?.lastError).toContain("no such mailbox");
    ctx.later(1000);
    expect((await deliver(ctx)).taken).toBe(0);
  });

  it("tries again later when the mail server is busy, and delivers then", async () => {
    let busy = true;
    const { ctx, server } = await delivering({
      recipient: () => (busy ? { code: 451, text: "try later" } : undefined),
    });
    const { organisation, recipient } = await launch(ctx.store);
    await deliver(ctx);
    busy = false;
    ctx.later(59 / 3_600);
    expect((await deliver(ctx)).taken).toBe(0);
    ctx.later(1 / 3_600);
    expect(await deliver(ctx)).toEqual({ taken: 1, sent: 1 });
    expect(server.received[0]?.mail.messageId).toBe(recipient.mail.messageId);
    expect((await ctx.store.mails.get(organisation.id, recipient.mail.id))?.state).toBe("sent");
  });

  it("sends no more about a request to somebody who asked for no more mail", async () => {
    const { ctx, server } = await delivering();
    const { organisation, recipient } = await launch(ctx.store);
    await ctx.store.invitations.unsubscribe({
      org: organisation.id,
      id: recipient.invitation.id,
      at: ctx.clock.now(),
      audit: {
        action: "invitation.unsubscribed",
        details: {},
        at: ctx.clock.now(),
        actor: { kind: "supplier", attestation: recipient.attestation.id },
        subject: { type: "invitation", id: recipient.invitation.id },
      },
    });
    expect(await deliver(ctx)).toEqual({ taken: 1, sent: 0 });
    expect(server.received).toHaveLength(0);
  });
});

describe("a name that tries to be more than a name", () => {
  it("adds no header and no markup", async () => {
    const { ctx, server } = await delivering();
    await launch(ctx.store, {
      organisation: { name: "Evil\r\nBcc: everybody@example.org" },
      supplier: { name: '<script>alert(1)</script> & "Sons"' },
    });
    await deliver(ctx);
    const [received] = server.received;
    expect(received?.to).toHaveLength(1);
    expect(received?.raw).not.toMatch(/^Bcc:/im);
    expect(received?.mail.html).not.toContain("<script>");
    expect(received?.mail.html).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
    expect(received?.mail.subject).not.toMatch(/[\r\n]/);
  });
});

import { describe, expect, it } from "vitest";
import { asSystem } from "#app/services/context/callers";
import { tryMails } from "#app/services/mails/try-mails";
import { showCampaign } from "#app/services/team/campaigns/show-campaign";
import { replaceLink } from "#app/services/team/invitations/replace-link";
import { resendFailed } from "#app/services/team/invitations/resend-failed";
import { resendInvitation } from "#app/services/team/invitations/resend-invitation";
import { showInvitation } from "#app/services/team/invitations/show-invitation";
import { listMails } from "#app/services/team/settings/mails";
import { sendTestMail, testConnection } from "#app/services/team/settings/test-mail";
import { showSupplier } from "#app/services/team/suppliers/show-supplier";
import { showToday } from "#app/services/team/today/show-today";
import type { Role } from "#terms/roles";
import { asPerson } from "#tests/support/context";
import { delivering } from "#tests/support/delivering";
import { anEvent, aUser } from "#tests/support/factories";
import { doJobs } from "#tests/support/jobs";
import type { MailServerOptions } from "#tests/support/mail-server";
import { launch, type Recipient } from "#tests/support/world";

/** A campaign whose mails were tried, by somebody whose mailbox is on the same server. */
async function aCampaignWithMails(options: MailServerOptions, suppliers = 3, user?: string) {
  const { ctx, server } = await delivering(options, user);
  let woken = 0;
  const wake = () => {
    woken += 1;
  };
  const product = { ...ctx, jobs: { ...ctx.jobs, wake } };
  const world = await launch(ctx.store, { suppliers, campaign: { regimes: [] } });
  await doJobs(product);
  const { organisation, campaign } = world;
  const as = (role: Role) =>
    asPerson(product, { user: aUser({ org: organisation.id, role, email: "ida@nordwind.example" }), organisation });
  const optOut = ({ invitation: { id } }: Recipient) =>
    ctx.store.invitations.unsubscribe({ org: organisation.id, id, at: ctx.clock.now(), audit: anEvent() });
  const show = (role: Role = "buyer") => showCampaign(as(role), { campaign: campaign.id });
  return { ctx: product, server, world, as, optOut, show, woken: () => woken };
}

const noMailbox = (isBroken: () => boolean): MailServerOptions => ({
  recipient: () => (isBroken() ? { code: 550, text: "5.1.1 no such mailbox" } : undefined),
});
const noLogin = (isBroken: () => boolean): MailServerOptions => ({
  login: () => (isBroken() ? { code: 535, text: "5.7.8 not accepted" } : undefined),
});

describe("send again to all that failed", () => {
  it("sends to each of them once, and not to who asked for no more mail or was not failed", async () => {
    let broken = true;
    const { ctx, server, world, as, optOut, show, woken } = await aCampaignWithMails(
      noMailbox(() => broken),
      4,
    );
    const [, other] = world.recipients;
    if (!other) throw new Error("four were asked");
    await optOut(other);
    expect((await show()).funnel).toMatchObject({ "failed-mail": 4, "opted-out": 1 });
    broken = false;
    const campaign = world.campaign.id;
    const before = woken();
    expect(await resendFailed(as("buyer"), { campaign })).toBe(3);
    expect(woken()).toBeGreaterThan(before);
    expect(await resendFailed(as("buyer"), { campaign })).toBe(0);
    await doJobs(ctx);
    expect(server.received).toHaveLength(3);
    expect(server.received.flatMap(({ to }) => to)).not.toContain(other.contact.email);
    expect((await show()).funnel["failed-mail"]).toBe(1);
  });

  it("is not for those who only look", async () => {
    const { world, as } = await aCampaignWithMails({}, 1);
    const asked = resendFailed(as("viewer"), { campaign: world.campaign.id });
    await expect(asked).rejects.toMatchObject({ code: "not-allowed" });
  });
});

describe("who asked for no more mail", () => {
  it("is marked on the campaign, found by its filter and marked on the supplier, and a single resend says so", async () => {
    const { ctx, world, as, optOut, show, server } = await aCampaignWithMails({}, 2);
    const { recipient, campaign } = world;
    await optOut(recipient);
    const { recipients } = await show();
    expect(recipients.filter(({ optedOut }) => optedOut).map(({ id }) => id)).toEqual([recipient.invitation.id]);
    const found = await showCampaign(as("viewer"), { campaign: campaign.id, problem: "opted-out" });
    expect([found.total, found.recipients[0]?.id]).toEqual([1, recipient.invitation.id]);
    const supplier = await showSupplier(as("viewer"), { id: recipient.supplier.id });
    expect(supplier.campaigns.map(({ optedOut }) => optedOut)).toEqual([true]);

    const asked = { campaign: campaign.id, invitation: recipient.invitation.id };
    expect((await showInvitation(as("buyer"), asked)).optedOut).toBe(true);
    expect(await resendInvitation(as("buyer"), asked)).toBe("opted-out");
    expect(await replaceLink(as("buyer"), asked)).toBe("opted-out");
    await doJobs(ctx);
    expect(server.received).toHaveLength(2);
  });
});

describe("the trail of a supplier", () => {
  const linesOf = async (ctx: ReturnType<Awaited<ReturnType<typeof aCampaignWithMails>>["as"]>, id: string) =>
    (await showSupplier(ctx, { id })).trail.lines.map(({ text, by }) => `${text} ${by}`);

  it("says that a mail failed and why, and of a resend what came of it", async () => {
    let broken = true;
    const { ctx, world, as, woken } = await aCampaignWithMails(
      noMailbox(() => broken),
      1,
    );
    const { recipient, campaign } = world;
    const { id } = recipient.supplier;
    const lines = () => linesOf(as("buyer"), id);
    expect(await lines()).toContain("Mail failed, try 1: Invitation. 550 5.1.1 no such mailbox By Avow");
    const asked = { campaign: campaign.id, invitation: recipient.invitation.id };
    const before = woken();
    await resendInvitation(as("buyer"), asked);
    expect(woken()).toBe(before + 1);
    expect(await lines()).toContain("Mail is to be sent again By Ida Lindqvist");
    await doJobs(ctx);
    expect(await lines()).toContain("Mail could not be sent again: 550 5.1.1 no such mailbox By Ida Lindqvist");
    expect((await lines()).join()).not.toContain("Mail sent again");
    broken = false;
    await resendInvitation(as("buyer"), asked);
    await doJobs(ctx);
    expect(await lines()).toContain("Mail sent again By Ida Lindqvist");
    expect(await lines()).toContain("Mail accepted by the mail server: Invitation By Avow");
  });

  it("says why in the words of the reader where the reason is ours", async () => {
    const { ctx, server } = await delivering({ server: { hideSMTPUTF8: true } });
    const { organisation, recipient } = await launch(ctx.store, { contact: { email: "用户@x.example" } });
    await doJobs(ctx);
    expect(server.received).toEqual([]);
    const person = asPerson(ctx, { user: aUser({ org: organisation.id }), organisation });
    const { campaigns, trail } = await showSupplier(person, { id: recipient.supplier.id });
    expect(campaigns[0]?.mailFailure).toMatchObject({ isFinal: true, error: expect.stringContaining("SMTPUTF8") });
    expect(trail.lines.map(({ text }) => text).join()).toContain("SMTPUTF8");
  });
});

describe("mails that wait for the mail server", () => {
  it("are told of on Today, on the campaign and in Settings, and no longer once they are out", async () => {
    let broken = true;
    const { ctx, server, as, show } = await aCampaignWithMails(
      noLogin(() => broken),
      3,
      "m",
    );
    const hold = { trouble: "login", said: expect.stringContaining("535"), waiting: 3 };
    const told = async () => [
      (await showToday(as("viewer"), {})).hold,
      (await show()).hold,
      (await listMails(as("buyer"), { page: 1 })).hold,
    ];
    expect(await told()).toMatchObject([hold, hold, hold]);
    broken = false;
    // A restart, with the settings mended.
    await tryMails(asSystem(ctx, "mail"), {});
    await doJobs(ctx);
    expect(server.received).toHaveLength(3);
    expect(await told()).toEqual([undefined, undefined, undefined]);
  });
});

describe("a test of the mail server", () => {
  const faults: readonly (readonly [step: string, options: MailServerOptions, user: string | undefined])[] = [
    ["login", noLogin(() => true), "m"],
    ["connection", { greeting: () => ({ code: 554, text: "no service" }) }, undefined],
    ["tls", { server: { disabledCommands: [] } }, undefined],
  ];
  it.each(faults)("says that the step %s failed, and what the server said", async (step, options, user) => {
    const { as } = await aCampaignWithMails(options, 1, user);
    const { failed } = await testConnection(as("buyer"), {});
    expect(failed?.step).toBe(step);
    expect(failed?.said).not.toBe("");
  });

  it("that goes well has mails that wait tried at once", async () => {
    let broken = true;
    const { ctx, server, as } = await aCampaignWithMails(
      noLogin(() => broken),
      2,
      "m",
    );
    broken = false;
    expect(await testConnection(as("admin"), {})).toEqual({ test: "connection", failed: undefined });
    await doJobs(ctx);
    expect(server.received).toHaveLength(2);
  });

  it("sends a mail to who asks and to nobody else, with an event", async () => {
    const { ctx, server, world, as } = await aCampaignWithMails({}, 1);
    expect((await sendTestMail(as("buyer"), {})).failed).toBeUndefined();
    expect(server.received.at(-1)).toMatchObject({
      to: ["ida@nordwind.example"],
      mail: { from: { name: world.organisation.name, address: "questions@avow.example" } },
    });
    const [event] = await ctx.store.audit.trail(world.organisation.id, { most: 1 });
    expect(event).toMatchObject({ action: "mail.tested", details: { isTaken: true } });
  });

  it("shows that the sender is refused, which no connection tells", async () => {
    const { as } = await aCampaignWithMails({ sender: () => ({ code: 550, text: "5.7.1 not your sender" }) }, 1);
    expect((await testConnection(as("buyer"), {})).failed).toBeUndefined();
    expect((await sendTestMail(as("buyer"), {})).failed).toMatchObject({ step: "sender" });
  });

  it("is not for those who may not see mails", async () => {
    const { as } = await aCampaignWithMails({}, 1);
    for (const role of ["viewer", "analyst"] as const) {
      await expect(testConnection(as(role), {})).rejects.toMatchObject({ code: "not-allowed" });
      await expect(sendTestMail(as(role), {})).rejects.toMatchObject({ code: "not-allowed" });
    }
  });
});

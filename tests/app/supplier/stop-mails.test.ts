import { expect, test } from "vitest";
import { asVisitor } from "#app/services/context/callers";
import type { ServiceContext } from "#app/services/context/contexts";
import { declineInvitation } from "#app/services/supplier/link/decline-invitation";
import { unsubscribe } from "#app/services/supplier/link/unsubscribe";
import { showStopMails, stopMails, stopMailsPath } from "#app/services/supplier/mails/stop-mails";
import { sessionOf, testContext } from "#tests/support/context";
import { anEvent, hoursLater, now } from "#tests/support/factories";
import { asSupplier, type Invited, invite } from "#tests/support/supplier";
import { codeOf } from "#tests/support/team";

const askedBy = (ctx: ServiceContext, { org, id }: Invited["invitation"]) => ({
  org,
  invitation: id,
  proof: ctx.links.stopProofFor(org, id),
});
const stopped = async (ctx: ServiceContext, { org, id }: Invited["invitation"]) =>
  (await ctx.store.invitations.get(org, id))?.invitation.unsubscribedAt;

/** What may have happened to the link, and whether it still works. */
const cases: Readonly<Record<string, [works: boolean, (ctx: ServiceContext, invited: Invited) => Promise<unknown>]>> = {
  works: [true, async () => {}],
  "was replaced": [
    true,
    (ctx, { invitation }) =>
      ctx.store.invitations.replaceLink({
        ...invitation,
        generation: 2,
        tokenHash: ctx.links.hash("another"),
        at: now,
        expiresAt: hoursLater(100),
        audit: anEvent(),
      }),
  ],
  "has expired": [
    false,
    (ctx, { invitation }) =>
      ctx.store.invitations.extend({ ...invitation, expiresAt: hoursLater(-1), audit: anEvent() }),
  ],
  "was withdrawn": [
    false,
    (ctx, { invitation }) => ctx.store.invitations.withdraw({ ...invitation, at: now, audit: anEvent() }),
  ],
  "was declined": [
    false,
    (ctx, { token }) => declineInvitation(asVisitor(ctx, "en"), { token, reason: "not-supplier", hint: "" }),
  ],
};

test.each(Object.entries(cases))("mails are stopped, once, although the link %s", async (_, [works, prepare]) => {
  const ctx = await testContext();
  const invited = await invite(ctx);
  await prepare(ctx, invited);
  const visitor = asVisitor(ctx, "en");
  const asked = askedBy(ctx, invited.invitation);
  const before = await showStopMails(visitor, asked);
  expect(before).toMatchObject({ done: false, action: stopMailsPath(ctx, asked.org, asked.invitation) });
  expect(before.until !== undefined).toBe(works);
  expect(before).not.toHaveProperty("href");
  expect(await stopped(ctx, invited.invitation)).toBeUndefined();
  await stopMails(visitor, asked);
  await stopMails(visitor, { ...asked, proof: `${asked.proof}).` });
  expect(await stopped(ctx, invited.invitation)).toEqual(now);
  expect((await showStopMails(visitor, asked)).done).toBe(true);
  const events = await ctx.store.audit.trail(asked.org, { most: 50 });
  expect(events.filter(({ action }) => action === "invitation.unsubscribed")).toHaveLength(1);
});

test("nothing else stops them: another proof, organisation or invitation, or the link itself", async () => {
  const ctx = await testContext();
  const [ours, theirs] = [await invite(ctx), await invite(ctx)];
  const asked = askedBy(ctx, ours.invitation);
  const other = askedBy(ctx, theirs.invitation);
  const wrong = [
    { ...asked, proof: other.proof },
    { ...asked, org: other.org },
    { ...asked, invitation: other.invitation },
    { ...asked, proof: ours.token },
    { ...asked, proof: "" },
    { org: asked.org, invitation: "nobody", proof: ctx.links.stopProofFor(asked.org, "nobody") },
  ];
  for (const one of wrong) {
    expect(await codeOf(stopMails(asVisitor(ctx, "en"), one))).toBe("link-unknown");
    expect(await codeOf(showStopMails(asVisitor(ctx, "en"), one))).toBe("link-unknown");
  }
  expect(await stopped(ctx, ours.invitation)).toBeUndefined();
  expect(await stopped(ctx, theirs.invitation)).toBeUndefined();
});

test("who stopped mails can still answer, and older addresses with the token stop them too", async () => {
  const ctx = await testContext();
  const [one, other] = [await invite(ctx), await invite(ctx)];
  await stopMails(asVisitor(ctx, "en"), askedBy(ctx, one.invitation));
  expect((await asSupplier(ctx, one.token).open()).session.file.attestation.id).toBe(one.attestation);
  await unsubscribe(asVisitor(ctx, "en"), { token: other.token });
  expect(await stopped(ctx, other.invitation)).toEqual(now);
});

test("a person of the team who tries an address does not stop a supplier's mails", async () => {
  const ctx = await testContext();
  const { organisation, invitation } = await invite(ctx);
  const [user] = await ctx.store.users.list(organisation.id);
  if (!user) throw new Error("an organisation has somebody");
  const teamSession = await sessionOf(ctx, user);
  const asked = { ...askedBy(ctx, invitation), teamSession };
  expect(await codeOf(stopMails(asVisitor(ctx, "en"), asked))).toBe("staff-reads-only");
  expect(await stopped(ctx, invitation)).toBeUndefined();
});

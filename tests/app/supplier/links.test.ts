import { expect, test } from "vitest";
import { asVisitor } from "#app/services/context/callers";
import type { ServiceContext } from "#app/services/context/contexts";
import { declineInvitation } from "#app/services/supplier/link/decline-invitation";
import { openLink } from "#app/services/supplier/link/link";
import { startAttestation } from "#app/services/supplier/link/start-attestation";
import { unsubscribe } from "#app/services/supplier/link/unsubscribe";
import { openSupplierSession } from "#app/services/supplier/session/open-supplier-session";
import { testContext } from "#tests/support/context";
import { anEvent, hoursLater, now } from "#tests/support/factories";
import { asSupplier, type Invited, invite } from "#tests/support/supplier";

async function problemOf(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => "none",
    (error: unknown) => (error instanceof Error && "code" in error ? error.code : error),
  );
}

type Ending = (ctx: ServiceContext, invited: Invited) => Promise<unknown>;

const endings: Readonly<Record<string, Ending>> = {
  "link-replaced": (ctx, { invitation }) =>
    ctx.store.invitations.replaceLink({
      ...invitation,
      generation: 2,
      tokenHash: ctx.links.hash(ctx.links.tokenFor(invitation.id, 2)),
      at: now,
      expiresAt: hoursLater(100),
      audit: anEvent(),
    }),
  "link-revoked": (ctx, { invitation }) => ctx.store.invitations.withdraw({ ...invitation, at: now, audit: anEvent() }),
  "link-expired": (ctx, { invitation }) =>
    ctx.store.invitations.extend({ ...invitation, expiresAt: hoursLater(-1), audit: anEvent() }),
  declined: (ctx, { token }) => declineInvitation(asVisitor(ctx, "en"), { token, reason: "not-supplier", hint: "" }),
  "campaign-closed": async (ctx, { organisation: { id: org } }) => {
    const [campaign] = await ctx.store.campaigns.list(org);
    await ctx.store.campaigns.close({ org, id: campaign?.id ?? "", closedAt: now, audit: anEvent() });
  },
};

test("a link opens the request, and opening it changes nothing", async () => {
  const ctx = await testContext();
  const { token, supplier, organisation } = await invite(ctx);
  const before = await ctx.store.audit.trail(organisation.id, { most: 100 });
  const file = await openLink(ctx, token);
  expect(file.supplier.name).toBe(supplier.name);
  expect(file.attestation.startedAt).toBeUndefined();
  expect(await ctx.store.audit.trail(organisation.id, { most: 100 })).toEqual(before);
});

test.each(["", "abc", "x".repeat(43), "../../etc/passwd", "\u0000"])(
  "the made-up token %j opens nothing",
  async (token) => {
    const ctx = await testContext();
    await invite(ctx);
    expect(await problemOf(openLink(ctx, token))).toBe("link-unknown");
  },
);

test("a link with one letter changed opens nothing", async () => {
  const ctx = await testContext();
  const { token } = await invite(ctx);
  const other = token.startsWith("A") ? "B" : "A";
  expect(await problemOf(openLink(ctx, other + token.slice(1)))).toBe("link-unknown");
});

for (const [code, end] of Object.entries(endings)) {
  test(`a link says ${code}, and so does the page of somebody who is at work`, async () => {
    const ctx = await testContext();
    const invited = await invite(ctx);
    const visitor = asVisitor(ctx, "en");
    const session = await startAttestation(visitor, { token: invited.token });
    await end(ctx, invited);
    expect(await problemOf(openLink(ctx, invited.token))).toBe(code);
    expect(await problemOf(openSupplierSession(visitor, session))).toBe(code);
  });
}

test("a link works until the instant it expires, and not a second longer", async () => {
  const ctx = await testContext();
  const { token, invitation } = await invite(ctx);
  await ctx.store.invitations.extend({ ...invitation, expiresAt: hoursLater(1), audit: anEvent() });
  expect(await problemOf(openLink(ctx, token))).toBe("none");
  ctx.later(1);
  expect(await problemOf(openLink(ctx, token))).toBe("link-expired");
});

test("the receipt of what was sent stays open after the campaign is closed and the link has expired", async () => {
  const ctx = await testContext();
  const invited = await invite(ctx);
  const supplier = asSupplier(ctx, invited.token);
  await supplier.answersAll();
  await supplier.submits();
  await endings["campaign-closed"]?.(ctx, invited);
  await endings["link-expired"]?.(ctx, invited);
  expect((await openLink(ctx, invited.token)).attestation.state).toBe("submitted");
  expect((await supplier.open()).session.file.declaration?.name).toBe("Rita Alves");
});

test("unknown, expired and withdrawn links take the same time", async () => {
  const ctx = await testContext();
  const [expired, revoked] = [await invite(ctx), await invite(ctx)];
  await endings["link-expired"]?.(ctx, expired);
  await endings["link-revoked"]?.(ctx, revoked);
  const tokens = ["x".repeat(43), expired.token, revoked.token];
  for (const token of tokens) {
    const start = performance.now();
    await problemOf(openLink(ctx, token));
    expect(performance.now() - start).toBeGreaterThanOrEqual(39);
  }
});

test("a session opens its own attestation and no other", async () => {
  const ctx = await testContext();
  const [one, other] = [await invite(ctx), await invite(ctx)];
  const visitor = asVisitor(ctx, "en");
  const { sessionToken } = await startAttestation(visitor, { token: one.token });
  expect(await problemOf(openSupplierSession(visitor, { attestation: other.attestation, sessionToken }))).toBe(
    "session-missing",
  );
  expect(await problemOf(openSupplierSession(visitor, { attestation: one.attestation, sessionToken: undefined }))).toBe(
    "session-missing",
  );
  expect(
    await problemOf(openSupplierSession(visitor, { attestation: one.attestation, sessionToken: `${sessionToken}x` })),
  ).toBe("session-missing");
});

test("answers saved on one device are there on the next, with the same link", async () => {
  const ctx = await testContext();
  const { token, organisation } = await invite(ctx);
  await asSupplier(ctx, token).answers({ A1: { value: { answer: "whole" } } });
  const phone = await asSupplier(ctx, token).open();
  expect(phone.session.file.answers.A1?.value).toEqual({ answer: "whole" });
  const actions = (await ctx.store.audit.trail(organisation.id, { most: 10 })).map(({ action }) => action);
  expect(actions.slice(0, 3)).toEqual(["attestation.resumed", "answer.saved", "attestation.started"]);
});

const named = {
  "an address and a text that is too long": [`hr@haoyuan.example\n${"x".repeat(500)}`, /^hr@haoyuan\.example x{181}$/],
  "a name with a colon": ["Frau Müller: hr@haoyuan.example", /^Frau Müller: hr@haoyuan\.example$/],
  "a name in Chinese": ["  人事部 王芳 ", /^人事部 王芳$/],
  nothing: ["  \n ", undefined],
} as const;

test.each(Object.entries(named))("declining keeps who may be asked instead, %s, out of the trail", async (_, typed) => {
  const [hint, kept] = typed;
  const ctx = await testContext();
  const { token, organisation } = await invite(ctx);
  await declineInvitation(asVisitor(ctx, "en"), { token, reason: "wrong-contact", hint });
  const [event] = await ctx.store.audit.trail(organisation.id, { most: 1 });
  expect(event).toMatchObject({ action: "invitation.declined", details: { reason: "wrong-contact" } });
  expect(JSON.stringify(event)).not.toMatch(/haoyuan|Müller|王芳/);
  const target = await ctx.store.invitations.byToken(ctx.links.hash(token));
  const { declinedReason, declinedHint } = target?.file.invitation ?? {};
  expect(declinedReason).toBe("wrong-contact");
  if (kept) expect(declinedHint).toMatch(kept);
  else expect(declinedHint).toBeUndefined();
});

test("no more mail can be asked for twice, is told once, and leaves the link working", async () => {
  const ctx = await testContext();
  const { token, organisation } = await invite(ctx);
  await unsubscribe(asVisitor(ctx, "en"), { token });
  await unsubscribe(asVisitor(ctx, "en"), { token });
  const events = await ctx.store.audit.trail(organisation.id, { most: 20 });
  expect(events.filter(({ action }) => action === "invitation.unsubscribed")).toHaveLength(1);
  expect((await openLink(ctx, token)).invitation.unsubscribedAt).toEqual(now);
});

import { expect, test } from "vitest";
import { linksFrom } from "#app/adapters/secrets.server";
import { asSystem, asVisitor } from "#app/services/context/callers";
import { renewLinks } from "#app/services/installation/renew-links";
import { startAttestation } from "#app/services/supplier/link/start-attestation";
import { testContext } from "#tests/support/context";
import { aHash, anEvent, hoursLater, now } from "#tests/support/factories";
import { invite } from "#tests/support/supplier";
import { codeOf } from "#tests/support/team";
import { launch } from "#tests/support/world";

test("with another secret all links are made anew, whoever can answer is sent theirs, and second factors go", async () => {
  const before = await testContext();
  const [asked, stopped, withdrawn, elsewhere] = [
    await invite(before),
    await invite(before),
    await invite(before),
    await launch(before.store, { suppliers: 2 }),
  ];
  const { store } = before;
  const audit = anEvent();
  await store.invitations.unsubscribe({ ...stopped.invitation, at: now, audit });
  await store.invitations.withdraw({ ...withdrawn.invitation, at: now, audit });
  const { org, id: user } = elsewhere.admin;
  await store.secondFactors.set({ org, user, generation: 1, step: 1, at: now, codeHashes: [aHash()], audit });

  const ctx = { ...before, links: linksFrom(Buffer.alloc(32, 9)) };
  const renew = () => renewLinks(asSystem(ctx, "operator"), { mails: true });
  expect(await renew()).toEqual({ links: 4, mails: 3, secondFactors: 1 });
  expect(await store.secondFactors.get(org, user)).toMatchObject({ isOn: false });
  const visitor = asVisitor(ctx, "en");
  const opens = (token: string) => codeOf(startAttestation(visitor, { token }));
  expect(await opens(asked.token)).toBe("link-replaced");
  expect(await opens(ctx.links.tokenFor(asked.invitation.id, 2))).toBe("nothing was wrong");
  expect(await opens(ctx.links.tokenFor(stopped.invitation.id, 2))).toBe("nothing was wrong");
  expect(await opens(before.links.tokenFor(asked.invitation.id, 2))).toBe("link-unknown");
  expect(await opens(withdrawn.token)).toBe("link-revoked");
  // Broken off and done again, it makes newer ones still.
  expect(await renew()).toEqual({ links: 4, mails: 3, secondFactors: 0 });
  expect(await opens(ctx.links.tokenFor(asked.invitation.id, 3))).toBe("nothing was wrong");
  const trail = await store.audit.trail(asked.organisation.id, { actions: ["invitation.link-replaced"], most: 9 });
  expect(trail.map(({ actor }) => actor)).toEqual([1, 2].map(() => ({ kind: "system", name: "operator" })));
});

test("nobody is sent a link who can answer no more, or when no mails are asked for", async () => {
  const ctx = await testContext();
  const { invitation, organisation } = await invite(ctx);
  const quiet = await renewLinks(asSystem(ctx, "operator"), { mails: false });
  expect(quiet).toEqual({ links: 1, mails: 0, secondFactors: 0 });
  ctx.later(24 * 365);
  expect(await renewLinks(asSystem(ctx, "operator"), { mails: true })).toMatchObject({ links: 1, mails: 0 });
  const row = await ctx.store.invitations.get(organisation.id, invitation.id);
  expect(row?.invitation.expiresAt.getTime()).toBeLessThan(hoursLater(24 * 365).getTime());
});

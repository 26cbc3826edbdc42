import { expect, test } from "vitest";
import { asSystem, asVisitor } from "#app/services/context/callers";
import { supplierSessionDays } from "#app/services/context/session-limits";
import { forgetLeftovers } from "#app/services/jobs/forget-leftovers";
import { startAttestation } from "#app/services/supplier/link/start-attestation";
import { openSupplierSession } from "#app/services/supplier/session/open-supplier-session";
import { leaveDevice } from "#app/services/supplier/tasks/leave-device";
import { type TestContext, testContext } from "#tests/support/context";
import { asSupplier, invite } from "#tests/support/supplier";
import { codeOf } from "#tests/support/team";

async function started(ctx: TestContext) {
  const invited = await invite(ctx, { campaign: { dueAt: new Date("2028-01-01T00:00:00Z") } });
  const visitor = asVisitor(ctx, "en");
  const session = await startAttestation(visitor, { token: invited.token });
  const opens = () =>
    openSupplierSession(visitor, { ...session, language: "en" }).then(
      () => "opens",
      (error) => error.code,
    );
  const { org, id } = invited.invitation;
  const longer = () =>
    ctx.store.invitations.extend({
      ...{ org, id, expiresAt: new Date("2028-01-01T00:00:00Z") },
      audit: {
        action: "invitation.extended",
        details: { until: "" },
        at: ctx.clock.now(),
        actor: { kind: "system", name: "x" },
        subject: { type: "invitation", id },
      },
    });
  await longer();
  return { ...invited, visitor, session, opens };
}

test("a supplier's session ends after so many days, used or not, and the link begins another", async () => {
  const ctx = await testContext();
  const { token, session, opens, visitor } = await started(ctx);
  expect(session.until.getTime() - ctx.clock.now().getTime()).toBe(supplierSessionDays * 86_400_000);
  for (let day = 1; day < supplierSessionDays; day += 1) {
    ctx.later(24);
    expect(await opens()).toBe("opens");
  }
  ctx.later(23.9);
  expect(await opens()).toBe("opens");
  ctx.later(0.1);
  expect(await opens()).toBe("session-missing");
  const again = await startAttestation(visitor, { token });
  expect((await openSupplierSession(visitor, { ...again, language: "en" })).session.file.attestation.id).toBe(
    again.attestation,
  );
});

test("sessions that have ended go with the sweep of each hour, and no others", async () => {
  const ctx = await testContext();
  const { token, opens, visitor } = await started(ctx);
  ctx.later(24);
  const younger = await startAttestation(visitor, { token });
  const forget = () => forgetLeftovers(asSystem(ctx, "sweep"), {});
  expect((await forget()).sessions).toBe(0);
  ctx.later((supplierSessionDays - 1) * 24);
  expect((await forget()).sessions).toBe(1);
  expect((await forget()).sessions).toBe(0);
  expect(await opens()).toBe("session-missing");
  expect(await codeOf(openSupplierSession(visitor, { ...younger, language: "en" }))).toBe("nothing was wrong");
});

test("somebody who is done on a device signs out there alone, once, and loses nothing that was saved", async () => {
  const ctx = await testContext();
  const { token, session, opens, visitor, organisation } = await started(ctx);
  const supplier = asSupplier(ctx, token);
  await supplier.answers({ A1: { value: { answer: "whole" } } });
  const here = { attestation: session.attestation, sessionToken: session.sessionToken };
  await leaveDevice(visitor, here);
  await leaveDevice(visitor, here);
  await leaveDevice(visitor, { ...here, sessionToken: "1.nobody" });
  expect(await opens()).toBe("session-missing");
  expect((await supplier.open()).session.file.answers.A1?.value).toEqual({ answer: "whole" });
  const told = await ctx.store.audit.trail(organisation.id, { most: 50 });
  expect(told.filter(({ action }) => action === "attestation.signed-out")).toHaveLength(1);
});

test("nobody signs out the browser of another request", async () => {
  const ctx = await testContext();
  const [one, other] = [await started(ctx), await started(ctx)];
  await leaveDevice(one.visitor, { attestation: one.session.attestation, sessionToken: other.session.sessionToken });
  expect([await one.opens(), await other.opens()]).toEqual(["opens", "opens"]);
});

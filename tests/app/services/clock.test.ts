import { describe, expect, test } from "vitest";
import { asVisitor } from "#app/services/context/callers";
import { openLink } from "#app/services/supplier/link/link";
import { saveQuestion } from "#app/services/supplier/question/save-question";
import { openTeamSession } from "#app/services/team/sign-in/team-session";
import { beginSignIn } from "#app/services/team/sign-in/throttle/throttle";
import { sessionOf, testContext } from "#tests/support/context";
import { asSupplier, form, invite } from "#tests/support/supplier";
import { createOrganisation } from "#tests/support/world";

describe("when the clock is put back by an hour", () => {
  test("whoever is signed in stays so, until the end that was set", async () => {
    const ctx = await testContext();
    const { admin } = await createOrganisation(ctx.store);
    const session = await sessionOf(ctx, admin);
    const isOpen = async () => (await openTeamSession(asVisitor(ctx, "en"), { session })) !== undefined;
    ctx.later(-1);
    expect(await isOpen()).toBe(true);
    for (let hour = 0; hour < 12; hour += 1) {
      ctx.later(1);
      expect(await isOpen()).toBe(true);
    }
    ctx.later(0.9);
    expect(await isOpen()).toBe(true);
    ctx.later(0.2);
    expect(await isOpen()).toBe(false);
  });

  test("a link ends at its instant, and nothing that was written says otherwise", async () => {
    const ctx = await testContext();
    const { token } = await invite(ctx);
    const { expiresAt } = (await openLink(ctx, token)).invitation;
    ctx.later((expiresAt.getTime() - ctx.clock.now().getTime()) / 3_600_000);
    await expect(openLink(ctx, token)).rejects.toMatchObject({ code: "link-expired" });
    ctx.later(-1);
    expect((await openLink(ctx, token)).invitation.expiresAt).toEqual(expiresAt);
    ctx.later(1);
    await expect(openLink(ctx, token)).rejects.toMatchObject({ code: "link-expired" });
  });

  test("answers are saved as before, and the trail tells them in the order in which they came", async () => {
    const ctx = await testContext();
    const { token, organisation } = await invite(ctx);
    const supplier = asSupplier(ctx, token);
    for (const [basedOn, answer] of ["no", "yes", "no"].entries()) {
      const fields = form({ "E1.answer": answer });
      const saved = await saveQuestion(await supplier.open(), {
        question: "E1",
        fields,
        basedOn,
        intent: "go-on",
      });
      expect(saved.kind).toBe("saved");
      ctx.later(-1);
    }
    expect((await supplier.open()).session.file).toMatchObject({
      revisions: { E1: 3 },
      answers: { E1: { value: { answer: "no" } } },
    });
    const events = await ctx.store.audit.trail(organisation.id, { most: 3 });
    expect(events.map(({ details }) => details)).toMatchObject([{ revision: 3 }, { revision: 2 }, { revision: 1 }]);
  });

  test("nobody waits longer at the door than the longest wait", async () => {
    const ctx = await testContext();
    const ada = { login: "ada@northmere.example", address: "192.0.2.1" };
    const later = (ms: number) => ctx.later(ms / 3_600_000);
    const waitMs = async () => {
      const until = await beginSignIn(ctx, ada);
      return until && until.getTime() - ctx.clock.now().getTime();
    };
    for (let count = 0; count < 20; count += 1) {
      const left = await waitMs();
      if (left === undefined) continue;
      later(left);
      expect(await waitMs()).toBeUndefined();
    }
    expect(await waitMs()).toBe(15 * 60_000);
    ctx.later(-1);
    // Guessing goes on to be slowed, by the clock as it is now.
    expect(await waitMs()).toBeUndefined();
    expect(await waitMs()).toBe(15 * 60_000);
  });
});

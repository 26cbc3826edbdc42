import { describe, expect, test } from "vitest";
import { CheckPage } from "#app/components/supplier/signing/check-page";
import { bareText } from "#app/i18n/page-text";
import { findingsIn } from "#app/services/answers/findings/signed-findings";
import { standBy } from "#app/services/supplier/signing/findings/stand-by";
import { showCheck } from "#app/services/supplier/signing/show-check";
import type { Answers } from "#questionnaires/answers";
import { draw } from "#tests/app/supplier/version-2/asked";
import { row } from "#tests/questionnaires/firms";
import { type TestContext, testContext } from "#tests/support/context";
import { askAgain, asSupplier, invite } from "#tests/support/supplier";

/** Somebody who answered everything, and then these. */
async function answered(over: Answers, ctx?: TestContext) {
  const world = ctx ?? (await testContext());
  const invited = await invite(world);
  const supplier = asSupplier(world, invited.token);
  await supplier.answersAll();
  await supplier.answers(over);
  const look = async () => showCheck(await supplier.open(), {});
  const stand = async (finding: string, reason = "") => standBy(await supplier.open(), { finding, reason });
  const found = async () => [...(await look()).errors, ...(await look()).warnings];
  const signed = async () => {
    const outcome = await supplier.submits();
    if (outcome.kind !== "submitted") throw new Error(JSON.stringify(outcome));
    return findingsIn(outcome.declaration);
  };
  return { ctx: world, invited, supplier, look, stand, found, signed };
}

/** Answers of which two or more do not fit, by the check that finds them. */
const contradicting: Readonly<Record<string, Answers>> = {
  c14: { O1: { value: { answer: ["not-checked"] } } },
  c8: { L1: { value: { suppliers: 4, asked: 0, answered: 0 } } },
  c9: {
    E4: { value: { steps: [row("e1", { step: "washing", partner: "Lava", country: "PT" })] } },
    L1: { value: { suppliers: 0, asked: 0, answered: 0 } },
  },
};

describe("what does not fit", () => {
  test.each(Object.entries(contradicting))(
    "%s is asked with its answers side by side, and one act lets it stand",
    async (id, over) => {
      const { found, stand, signed } = await answered(over);
      const issue = (await found()).find((one) => one.stand?.finding === id);
      const codes = issue?.sides?.map(({ code }) => code) ?? [];
      expect(codes.length).toBeGreaterThan(0);
      for (const side of issue?.sides ?? []) expect(side.lines.length, side.code).toBeGreaterThan(0);
      expect(await stand(id, "  Asked by phone ")).toBe("stood");
      const after = (await found()).find((one) => one.stand?.finding === id);
      expect(after).toMatchObject({ stoodBy: "You say that this is right as it stands.", reason: "Asked by phone" });
      const told = { kind: "contradiction", id, stoodBy: true, reason: "Asked by phone" };
      expect(await signed()).toContainEqual(expect.objectContaining(told));
    },
  );

  test("needs no word to be signed, and is told all the same", async () => {
    const { signed } = await answered(contradicting.c8 ?? {});
    expect(await signed()).toEqual([{ kind: "contradiction", id: "c8", questions: ["E3", "L1"], stoodBy: false }]);
  });

  test("stops the signature where it cannot be, until a reason is given", async () => {
    const { stand, supplier, look } = await answered({ J2: { value: { received: 2, solved: 5 } } });
    expect((await supplier.submits()).kind).toBe("blocked");
    expect(await stand("c11")).toBe("reason-missing");
    expect(await stand("c11", " \u200b ")).toBe("reason-missing");
    expect(await stand("c11", "x".repeat(4001))).toBe("too-long");
    expect((await look()).errors).toHaveLength(1);
    expect(await stand("c11", "Three were of the year before")).toBe("stood");
    expect((await look()).errors).toEqual([]);
    expect((await supplier.submits()).kind).toBe("submitted");
  });

  test("is stood by once, and no more once its answers are others", async () => {
    const { ctx, invited, stand, supplier, found } = await answered(contradicting.c8 ?? {});
    expect([await stand("c8", "By phone"), await stand("c8", "By phone")]).toEqual(["stood", "stood"]);
    const events = await ctx.store.audit.trail(invited.organisation.id, { actions: ["finding.stood-by"], most: 9 });
    expect(events).toHaveLength(1);
    await supplier.answers({ L1: { value: { suppliers: 5, asked: 0, answered: 0 } } });
    const issue = (await found()).find((one) => one.stand?.finding === "c8");
    expect(issue).toBeDefined();
    expect(issue?.stoodBy).toBeUndefined();
    expect(await stand("c4")).toBe("gone");
    expect(await stand("")).toBe("gone");
  });

  test("is drawn side by side, and what was typed stands in its box again with the mistake", async () => {
    const { supplier } = await answered({ J2: { value: { received: 2, solved: 5 } } });
    const typed = { finding: "c11", reason: "<b>x</b>", error: "reason-missing" } as const;
    const page = draw(<CheckPage view={await showCheck(await supplier.open(), { typed })} />);
    expect(page).toContain('class="sides"');
    expect(page).toContain("&lt;b&gt;x&lt;/b&gt;");
    expect(page).toMatch(/<details open="">.*aria-invalid="true"/s);
  });
});

describe("the number of workers", () => {
  const sites = (workers: number): Answers => ({
    B1: { value: { sites: [row("s1", { name: "Guimarães", country: "PT", activity: "Spinning", workers })] } },
    D1: {
      value: { workforce: [row("d1", { site: "s1", own: workers, agency: 0, contractor: 0, trainee: 0, home: 0 })] },
    },
  });
  const asked = "Workers now";

  test("is asked about where it is more than half off what was signed before, and not from half on", async () => {
    const { ctx, invited, supplier: before } = await answered({});
    await before.submits();
    const again = asSupplier(ctx, (await askAgain(ctx, invited)).token);
    await again.answersAll();
    for (const [workers, isAsked] of [
      [60, false],
      [90, false],
      [91, true],
      [30, false],
      [29, true],
      [0, true],
    ] as const) {
      await again.answers(sites(workers));
      const { warnings } = await showCheck(await again.open(), {});
      expect(
        warnings.some(({ text }) => bareText(text).includes(asked)),
        String(workers),
      ).toBe(isAsked);
    }
    await again.answers({ ...sites(200), D1: { ...sites(200).D1, comment: "A second plant since May" } });
    expect((await showCheck(await again.open(), {})).warnings.some(({ text }) => bareText(text).includes(asked))).toBe(
      false,
    );
    await again.answers(sites(200));
    const outcome = await again.submits();
    if (outcome.kind !== "submitted") throw new Error(outcome.kind);
    expect(findingsIn(outcome.declaration)).toMatchObject([{ kind: "workers", workers: { now: 200, before: 60 } }]);
  });

  test("is compared with nothing where nothing was signed", async () => {
    const { found } = await answered(sites(5000));
    expect((await found()).filter(({ text }) => bareText(text).includes(asked))).toEqual([]);
  });
});

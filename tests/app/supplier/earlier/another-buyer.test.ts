import { beforeEach, describe, expect, test } from "vitest";
import { elsewhereCookie, elsewhereTokenOf } from "#app/http/supplier-session.server";
import type { SupplierContext } from "#app/services/context/contexts";
import { fetchElsewhere } from "#app/services/supplier/earlier/elsewhere";
import { showEarlier } from "#app/services/supplier/earlier/show-earlier";
import { takeEarlierAnswer } from "#app/services/supplier/earlier/take-earlier";
import { showQuestion } from "#app/services/supplier/question/show-question";
import { colleagueScene } from "#tests/app/supplier/colleagues/scene";
import { type TestContext, testContext } from "#tests/support/context";
import { anEvent, now } from "#tests/support/factories";
import { askAgain, asSupplier, form, type Invited, invite } from "#tests/support/supplier";

let ctx: TestContext;
let there: Invited;
let here: Invited;

/** The session of the new request, with the link of the other put in. */
async function open(elsewhere?: string, at = here): Promise<SupplierContext> {
  const self = await asSupplier(ctx, at.token).open();
  return elsewhere === undefined ? self : { ...self, session: { ...self.session, elsewhere } };
}
const offer = async (question: string, elsewhere?: string) =>
  (await showQuestion(await open(elsewhere), { question })).earlier;
const fetch = async (link: string, at = here) => fetchElsewhere(await open(undefined, at), { link });

beforeEach(async () => {
  ctx = await testContext();
  const company = { contact: { email: "one@company.example" } };
  there = await invite(ctx, { ...company, organisation: { name: "Secret Buyer" } });
  const supplier = asSupplier(ctx, there.token);
  await supplier.answersAll();
  expect((await supplier.submits()).kind).toBe("submitted");
  here = await invite(ctx, company);
});

describe("what was signed for another buyer", () => {
  test("is not offered because of one mail address, and not before its link is put in", async () => {
    expect(await offer("G1")).toBeUndefined();
    expect((await showEarlier(await open(), {})).sections).toEqual([]);
  });

  test.each([
    ["the address", (token: string) => `https://avow.example/s/${token}`],
    ["with marks behind it", (token: string) => ` https://avow.example/s/${token}).`],
    ["the token alone", (token: string) => token],
  ])("is offered once its link was put in: %s", async (_, link) => {
    expect(await fetch(link(there.token))).toBe(there.token);
    const shown = await offer("G1", there.token);
    expect(shown?.said).toMatch(/^You signed this for another buyer on/);
    expect(JSON.stringify(shown)).not.toMatch(/Secret Buyer|AV-/);
  });

  test("is taken over one by one, and nothing that is kept says for whom it was", async () => {
    const shown = (await offer("G1", there.token))?.use;
    const fields = form({ mark: shown?.mark ?? "", basedOn: "0" });
    expect((await takeEarlierAnswer(await open(there.token), { question: "G1", fields })).kind).toBe("saved");
    const org = here.organisation.id;
    expect(await ctx.store.attestations.carried(org, here.attestation)).toEqual([
      { question: "G1", carried: { from: "elsewhere", signedAt: now.toISOString() } },
    ]);
    const kept = [
      await ctx.store.attestations.get(org, here.attestation),
      await ctx.store.audit.trail(org, { subjects: [here.attestation], most: 99 }),
    ];
    expect(JSON.stringify(kept)).not.toMatch(
      new RegExp([there.organisation.id, there.attestation, "Secret"].join("|")),
    );
  });

  test("is never offered of North Korea", async () => {
    for (const question of ["E1", "E2", "E3", "D2"]) {
      expect(await offer(question, there.token), question).toMatchObject({ askedAnew: true });
      expect((await offer(question, there.token))?.use, question).toBeUndefined();
    }
  });

  test("is not offered by a link that opens nothing, is not signed, or is of the same buyer", async () => {
    const sameBuyer = await invite(ctx);
    const another = await askAgain(ctx, { ...sameBuyer, supplier: sameBuyer.supplier });
    const open2 = await invite(ctx, { organisation: { name: "Third" } });
    for (const link of ["", "x".repeat(43), `${there.token}x`, `/s/${there.token.slice(1)}`, here.token, open2.token])
      expect(await fetch(link), link).toBeUndefined();
    const signer = asSupplier(ctx, sameBuyer.token);
    await signer.answersAll();
    await signer.submits();
    expect(await fetch(sameBuyer.token, another)).toBeUndefined();
    expect(await offer("G1", "x".repeat(43))).toBeUndefined();
  });

  test("ends with that link, and with the other buyer's word that it is void", async () => {
    expect(await offer("G1", there.token)).toBeDefined();
    const org = there.organisation.id;
    await ctx.store.invitations.withdraw({ org, id: there.invitation.id, at: now, audit: anEvent() });
    expect(await offer("G1", there.token)).toBeUndefined();
    expect(await fetch(there.token)).toBeUndefined();
  });
});

test("a colleague who was asked for a part is offered nothing of another buyer", async () => {
  const scene = await colleagueScene();
  await scene.ask({ section: ["G"] });
  const colleague = await (await scene.opened())();
  await expect(fetchElsewhere(colleague, { link: there.token })).rejects.toMatchObject({ code: "not-allowed" });
  expect((await showEarlier(colleague, {})).elsewhere).toBeUndefined();
});

test("the link travels in a cookie of one attestation that no script and no other site reads", () => {
  const cookie = elsewhereCookie(ctx, "abc", there.token);
  expect(cookie).toMatch(/Path=\/attest\/abc; Max-Age=14400; HttpOnly; SameSite=Strict/);
  const read = (text: string) => elsewhereTokenOf({ url: "http://x/", headers: { get: () => text } });
  expect(read(cookie.split(";")[0] ?? "")).toBe(there.token);
  for (const wrong of ["", "avow_earlier=short", `avow_earlier=${there.token}x`, `other=${there.token}`])
    expect(read(wrong), wrong).toBeUndefined();
  expect(elsewhereCookie(ctx, "abc")).toContain("Max-Age=0");
});

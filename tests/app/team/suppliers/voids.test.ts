import { beforeEach, describe, expect, it } from "vitest";
import { asSystem } from "#app/services/context/callers";
import type { Finding } from "#app/services/installation/verify/findings";
import { verifyRecord } from "#app/services/installation/verify/verify-record";
import { lookAtQuestionnaire } from "#app/services/stand-in/look-at-questionnaire";
import { showLanding } from "#app/services/supplier/link/show-landing";
import { showAnswers } from "#app/services/supplier/print/show-answers";
import { readReceipt } from "#app/services/supplier/receipt/read-receipt";
import { showReceipt } from "#app/services/supplier/receipt/show-receipt";
import { showCampaign } from "#app/services/team/campaigns/show-campaign";
import { resendFailed } from "#app/services/team/invitations/resend-failed";
import { showInvitation } from "#app/services/team/invitations/show-invitation";
import { addRating } from "#app/services/team/ratings/add-rating";
import { exportRecipients } from "#app/services/team/recipients/export-recipients";
import { listSuppliers } from "#app/services/team/suppliers/list-suppliers";
import { showAttestation } from "#app/services/team/suppliers/show-attestation";
import { showSupplier } from "#app/services/team/suppliers/show-supplier";
import { showVoiding, voidSubmission } from "#app/services/team/voids/void-submission";
import type { Role } from "#terms/roles";
import { asPerson, type TestContext, testContext } from "#tests/support/context";
import { aUser } from "#tests/support/factories";
import { asSupplier, type Invited, invite } from "#tests/support/supplier";
import { codeOf } from "#tests/support/team";

const reason = "Signed by Rita Alves, who had left.\nWe need it from her successor.";

let ctx: TestContext;
let invited: Invited;
let supplier: ReturnType<typeof asSupplier>;

const as = (role: Role) =>
  asPerson(ctx, {
    user: aUser({ org: invited.organisation.id, role, name: "Ana Reis" }),
    organisation: invited.organisation,
  });
const asked = () => ({ supplier: invited.supplier.id, attestation: invited.attestation });
const declare = (words = reason, role: Role = "analyst") => voidSubmission(as(role), { ...asked(), reason: words });
const pageOf = (rating?: string) => showSupplier(as("viewer"), { id: invited.supplier.id, rating });
const trail = () => ctx.store.audit.trail(invited.organisation.id, { subjects: [invited.attestation], most: 1000 });
const place = async () => {
  const row = await ctx.store.invitations.get(invited.organisation.id, invited.invitation.id);
  return { campaign: row?.invitation.campaign ?? "", invitation: invited.invitation.id };
};

async function verified(): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  await verifyRecord(asSystem(ctx, "verify"), { found: (finding) => findings.push(finding) });
  return findings;
}

beforeEach(async () => {
  ctx = await testContext();
  invited = await invite(ctx);
  supplier = asSupplier(ctx, invited.token);
  await supplier.answersAll();
  await supplier.submits();
});

describe("a submission that is declared void", () => {
  it("stays as it was signed, for the team and for its supplier, and the record fits together", async () => {
    const before = await showAttestation(as("viewer"), asked());
    const receipt = await readReceipt(await supplier.open(), {});
    await declare();
    expect(await showAttestation(as("viewer"), asked())).toEqual(before);
    expect(await readReceipt(await supplier.open(), {})).toEqual(receipt);
    expect(await verified()).toEqual([]);
  });

  it("is an event without the reason, which stands in no event", async () => {
    await declare();
    const [event] = await trail();
    expect(event).toMatchObject({
      action: "attestation.voided",
      details: {},
      actor: { kind: "person", name: "Ana Reis" },
    });
    expect(JSON.stringify(await trail())).not.toContain("who had left");
  });

  it("is no rating of its supplier any more, in the table, on its page and for rating again", async () => {
    const table = () => listSuppliers(as("viewer"), {});
    expect((await table()).lines[0]?.rating?.score).toBeGreaterThan(0);
    const [rated] = (await pageOf()).history;
    await declare();
    expect((await table()).lines[0]?.rating).toBeUndefined();
    const page = await pageOf();
    expect(page.rated).toBeUndefined();
    expect(page.expected?.score).toBeGreaterThan(0);
    expect(page.rateAgain).toBeUndefined();
    expect((await showSupplier(as("analyst"), { id: invited.supplier.id })).rateAgain).toBeUndefined();
    expect(page.history).toMatchObject([{ id: rated?.id, isVoid: true, shown: false }]);
    expect(page.campaigns[0]).toMatchObject({
      state: "voided",
      voided: { by: "Ana Reis", reason },
      voidHref: undefined,
    });
    expect(await codeOf(addRating(as("analyst"), { supplier: invited.supplier.id }))).toBe("not-found");
    expect(page.trail.lines[0]).toMatchObject({ text: expect.stringContaining("declared void") });
  });

  it("can still be read with its rating and its answers, and says that it is void, since when, by whom and why", async () => {
    const [{ id } = { id: "" }] = (await pageOf()).history;
    await declare();
    const { rated, expected } = await pageOf(id);
    expect(rated?.voided).toMatchObject({ by: "Ana Reis", reason });
    expect(rated?.answers?.length).toBeGreaterThan(0);
    expect(rated).toMatchObject({ signed: { name: "Rita Alves" } });
    expect(expected).toBeUndefined();
  });

  it("is no submitted one of its campaign, and neither is waited for", async () => {
    await declare();
    const at = await place();
    const campaign = await showCampaign(as("viewer"), { campaign: at.campaign });
    expect(campaign).toMatchObject({ funnel: { submitted: 0, voided: 1, silent: 0, expired: 0 } });
    expect((await showInvitation(as("admin"), at)).journey).toBe("voided");
    expect((await lookAtQuestionnaire(as("viewer"), { ...at, byLink: false })).voided).toMatchObject({ reason });
    const lines: string[] = [];
    for await (const line of (await exportRecipients(as("viewer"), { campaign: at.campaign })).lines) lines.push(line);
    expect(lines.join("")).toContain("declared void");
    expect(await resendFailed(as("buyer"), { campaign: at.campaign })).toBe(0);
  });

  it.each([
    ["en", "These answers no longer count"],
    ["ar", "لم تعد هذه الإجابات سارية"],
    ["zh-Hans", "这些答案已不再有效"],
  ])("says so to its supplier with the reason, in %s", async (language, title) => {
    await declare();
    const reader = asSupplier(ctx, invited.token, language);
    const landing = await showLanding(reader.visitor, { token: invited.token, language });
    const self = { ...(await reader.open()), language };
    for (const { frame } of [landing, await showReceipt(self, {}), await showAnswers(self, {})]) {
      expect(frame.voided).toMatchObject({ title, reason });
      expect(frame.voided?.text).toContain(invited.organisation.name);
      expect(JSON.stringify(frame)).not.toContain("Ana Reis");
    }
    expect(landing.state).toBe("submitted");
  });

  it("takes no answers, no documents and no second signature", async () => {
    await declare();
    const outcome = await supplier.submits();
    expect(outcome.kind).toBe("submitted");
    expect((await trail()).filter(({ action }) => action === "attestation.submitted")).toHaveLength(1);
    await expect(supplier.answers({ A1: { unsure: "dk" } })).rejects.toMatchObject({ code: "already-submitted" });
  });
});

describe("declaring void", () => {
  it("twice is doing it once, and the first reason stays", async () => {
    expect(await declare()).toEqual({ first: true });
    expect(await declare("another reason", "admin")).toEqual({ first: false });
    expect((await trail()).filter(({ action }) => action === "attestation.voided")).toHaveLength(1);
    expect((await showVoiding(as("admin"), asked())).voided).toMatchObject({ reason });
  });

  it.each(["", "   ", "\u200b\u2060", "\u3164\n"])("needs a reason that can be read: %j", async (typed) => {
    const outcome = await voidSubmission.submit(as("analyst"), { ...asked(), reason: typed });
    expect(outcome).toEqual({ faults: [{ field: "reason", code: "reason-needed" }] });
  });

  it("has a reason of at most 2,000 characters, cleaned of what nobody means", async () => {
    const long = await voidSubmission.submit(as("analyst"), { ...asked(), reason: "x".repeat(2001) });
    expect(long).toEqual({ faults: [{ field: "reason", code: "reason-long" }] });
    await declare("  wrong\u202e year\r\nof the answers\u0000 ");
    expect((await showVoiding(as("admin"), asked())).voided?.reason).toBe("wrong year\nof the answers");
  });

  it.each([
    ["viewer", "not-allowed"],
    ["buyer", "not-allowed"],
    ["analyst", "nothing was wrong"],
    ["admin", "nothing was wrong"],
  ] as const)("as a %s ends in %s", async (role, code) => {
    expect(await codeOf(declare(reason, role))).toBe(code);
    expect((await pageOf()).campaigns[0]?.state).toBe(code === "not-allowed" ? "submitted" : "voided");
  });

  it("is offered to those who may, and not of what is not signed, of another supplier or organisation", async () => {
    const [line] = (await showSupplier(as("analyst"), { id: invited.supplier.id })).campaigns;
    expect(line?.voidHref).toBe(`/suppliers/${invited.supplier.id}/attestations/${invited.attestation}/void`);
    expect((await pageOf()).campaigns[0]?.voidHref).toBeUndefined();
    const other = await invite(ctx);
    const wrong = [
      { supplier: other.supplier.id, attestation: other.attestation },
      { supplier: other.supplier.id, attestation: invited.attestation },
      { supplier: invited.supplier.id, attestation: other.attestation },
    ];
    for (const named of wrong) {
      expect(await codeOf(voidSubmission(as("admin"), { ...named, reason }))).toBe("not-found");
      expect(await codeOf(showVoiding(as("admin"), named))).toBe("not-found");
    }
    const theirs = asPerson(ctx, { user: aUser({ org: other.organisation.id }), organisation: other.organisation });
    const open = { supplier: other.supplier.id, attestation: other.attestation };
    expect(await codeOf(voidSubmission(theirs, { ...open, reason }))).toBe("not-found");
  });

  it("offers a new campaign to those who run campaigns, and names them to the others", async () => {
    expect((await showVoiding(as("admin"), asked())).mayAskAgain).toBe(true);
    expect((await showVoiding(as("analyst"), asked())).mayAskAgain).toBe(false);
  });
});

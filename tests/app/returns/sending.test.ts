import { describe, expect, test } from "vitest";
import { writeMail } from "#app/services/mails/write-mail";
import { listReturns } from "#app/services/returns/list-returns";
import { putReturnedQuestion, takeOffReturnedQuestion } from "#app/services/returns/put-question";
import { sendReturned } from "#app/services/returns/sending/send-returned";
import { showReturnForm } from "#app/services/returns/show-return-form";
import { showReturned } from "#app/services/returns/show-returned";
import { showLanding } from "#app/services/supplier/link/show-landing";
import { showCampaign } from "#app/services/team/campaigns/show-campaign";
import { showMail } from "#app/services/team/settings/mails";
import { showSupplier } from "#app/services/team/suppliers/show-supplier";
import { showToday } from "#app/services/team/today/show-today";
import { voidSubmission } from "#app/services/team/voids/void-submission";
import { asPerson } from "#tests/support/context";
import { anEvent, hoursLater } from "#tests/support/factories";
import { createOrganisation } from "#tests/support/world";
import { returnScene } from "./scene";

describe("the list of what goes back", () => {
  test("is of one's own organisation, of what was signed, and of what was asked", async () => {
    const scene = await returnScene();
    const other = await createOrganisation(scene.ctx.store);
    const stranger = asPerson(scene.ctx, { user: other.admin, organisation: other.organisation });
    const one = { attestation: scene.attestation, question: "G1" };
    await expect(showReturnForm(stranger, one)).rejects.toMatchObject({ code: "not-found" });
    const put = (question: string) => putReturnedQuestion(stranger, { ...one, question, comment: "Why?" });
    await expect(put("G1")).rejects.toMatchObject({ code: "not-found" });
    // Not asked of this firm, not a question at all, and the signature itself.
    for (const question of ["E8", "Z9", "O2"])
      await expect(scene.put(question, "Why?")).rejects.toMatchObject({ code: "not-found" });
    expect(await scene.ctx.store.returns.questions(scene.org, scene.attestation)).toEqual([]);

    const buyer = scene.asTeam(await scene.add({ role: "buyer" }));
    expect(() => buyer.require("attestations.return")).toThrow();
    const voided = { supplier: scene.invited.supplier.id, attestation: scene.attestation, reason: "No authority" };
    await scene.put("G1", "Why?");
    await voidSubmission(scene.team, voided);
    await expect(scene.put("G2", "Why?")).rejects.toMatchObject({ code: "not-found" });
    expect((await scene.shown()).isVoid).toBe(true);
    await expect(scene.send()).rejects.toMatchObject({ code: "not-found" });
  });

  test("takes so many questions, and comments that say something and are no longer than a page shows", async () => {
    const scene = await returnScene();
    expect(await scene.put("G1", " \n ")).toEqual({ faults: [{ field: "comment", code: "reason-needed" }] });
    expect(await scene.put("G1", "x".repeat(1_001))).toEqual({ faults: [{ field: "comment", code: "comment-long" }] });
    const asked = ["A1", "A2", "B1", "B2", "C1", "C2", "D1", "D2", "D5", "E1", "E2", "E3", "E4", "E6", "F5", "G1"];
    const more = ["G2", "G4", "H1", "H3"];
    for (const question of [...asked, ...more]) expect(await scene.put(question, "Why?")).toEqual({ done: "put" });
    expect(await scene.put("I2", "Why?")).toEqual({
      faults: [{ field: "comment", code: "returns-full", params: { most: 20 } }],
    });
    expect(await scene.put("H3", "Why, again?")).toEqual({ done: "put" });
    await takeOffReturnedQuestion(scene.team, { attestation: scene.attestation, question: "A1" });
    expect(await scene.put("I2", "Why?")).toEqual({ done: "put" });
  });

  test("warns whoever writes about North Korean labour that the supplier's people read it", async () => {
    const scene = await returnScene();
    const form = async (question: string) =>
      (await showReturnForm(scene.team, { attestation: scene.attestation, question })).form;
    expect((await form("E1"))?.sensitive).toBe(true);
    expect((await form("D2"))?.sensitive).toBe(true);
    expect((await form("G1"))?.sensitive).toBe(false);
    await scene.put("E1", "Please ask again.");
    expect((await scene.shown()).list?.lines[0]?.sensitive).toBe(true);
  });
});

describe("sending the list", () => {
  test("twice is sending once, and a list that somebody changed is not sent", async () => {
    const scene = await returnScene();
    expect(await scene.send()).toEqual({ done: "changed" });
    await scene.put("G1", "Why?");
    const seen = (await scene.shown()).list?.seen ?? "";
    await scene.put("G1", "Since when?");
    expect(await scene.send({ seen })).toEqual({ done: "changed" });
    expect(await scene.sent()).toEqual([]);
    const outcomes = await Promise.all([scene.send(), scene.send()]);
    expect(outcomes.map((one) => ("done" in one ? one.done : "")).sort()).toEqual(["sent", "there"]);
    expect(await scene.send()).toEqual({ done: "there" });
    expect(await scene.sent()).toHaveLength(1);
    expect(await scene.mails("asked-again")).toHaveLength(1);
    expect(await scene.put("G2", "Why?")).toEqual({ done: "sent" });
  });

  test("needs a day that is to come, and not far off", async () => {
    const scene = await returnScene();
    await scene.put("G1", "Why?");
    const code = async (date: string) => {
      const outcome = await scene.send({ date });
      return "faults" in outcome ? outcome.faults[0]?.code : outcome.done;
    };
    expect(await code("tomorrow")).toBe("not-a-day");
    expect(await code("2026-03-01")).toBe("past");
    expect(await code("2027-03-01")).toBe("returns-late");
    expect(await code("2026-03-02")).toBe("sent");
    const [sent] = await scene.sent();
    // The end of that day by the clock of the campaign.
    expect(sent?.dueAt.toISOString()).toBe("2026-03-02T22:59:00.000Z");
  });

  test("shows the mail as it will be, with a name or without", async () => {
    const scene = await returnScene();
    await scene.put("G1", "Who keeps them?");
    const preview = async (name?: "show") =>
      (await showReturned(scene.team, { attestation: scene.attestation, ...(name ? { name } : {}) })).list?.mail;
    const hidden = await preview();
    expect(hidden?.text).toContain("Asked by: A reviewer at");
    expect(hidden?.text).not.toContain("Hana");
    expect((await preview("show"))?.text).toContain("Hana Weber");
    expect(hidden?.text).not.toContain("Who keeps them?");
    const dueIn = (text = "") => /Answer by: (.*)/.exec(text)?.[1];
    await scene.send({ name: "show", date: "2026-03-16" });
    const [mail] = await scene.mails("asked-again");
    if (!mail) throw new Error("nothing was mailed");
    const written = await writeMail(scene.ctx, mail);
    expect(mail.to).toBe(scene.invited.contact.email);
    expect(written.text).toContain("Asked by: Hana Weber");
    expect(dueIn(written.text)).toBe(dueIn(hidden?.text));
    expect(written.subject).toBe(hidden?.subject);
  });

  test("makes a link that works after the first one ended and the campaign was closed", async () => {
    const scene = await returnScene();
    const { ctx, org } = scene;
    const { campaign } = (await scene.supplier.open()).session.file;
    ctx.later(24 * 90);
    await ctx.store.campaigns.close({ org, id: campaign.id, closedAt: ctx.clock.now(), audit: anEvent() });
    await scene.put("G1", "Why?");
    expect(await scene.send({ date: "2026-06-20" })).toEqual({ done: "sent" });
    const corrector = await scene.corrector();
    await corrector.answers({ G1: { value: { answer: "worker" } } });
    expect((await corrector.submits()).kind).toBe("submitted");
    expect(await scene.ctx.store.campaigns.funnel(org, campaign.id, hoursLater(0))).toMatchObject({
      invited: 1,
      submitted: 1,
    });
  });

  test("goes by no mail to who wants none, and to the first contact that is there where the other was erased", async () => {
    const scene = await returnScene();
    await scene.put("G1", "Why?");
    const { ctx, org } = scene;
    await ctx.store.invitations.unsubscribe({
      org,
      id: scene.invited.invitation.id,
      at: ctx.clock.now(),
      audit: anEvent(),
    });
    expect((await scene.shown()).list?.unmailed).toBe("opted-out");
    await scene.send();
    expect(await scene.mails("asked-again")).toEqual([]);

    const erased = await returnScene();
    await erased.put("G1", "Why?");
    const { id } = erased.invited.contact;
    await erased.ctx.store.persons.eraseContact({
      org: erased.org,
      id,
      key: "key",
      at: erased.ctx.clock.now(),
      audit: anEvent(),
    });
    expect((await erased.shown()).list).toMatchObject({ isAlone: true, mail: undefined });
    expect(await erased.send()).toEqual({ done: "no-contact" });
  });

  test("ends after so many rounds", async () => {
    const scene = await returnScene();
    let at = scene.attestation;
    for (let round = 1; round <= 5; round += 1) {
      await scene.put("G1", `Round ${round}`, at);
      expect(await scene.send({}, at)).toEqual({ done: "sent" });
      const corrector = await scene.corrector(at);
      await corrector.answers({ G1: { value: { answer: "worker" } } });
      expect((await corrector.submits()).kind).toBe("submitted");
      at = (await scene.sent(at))[0]?.correction ?? "";
    }
    await scene.put("G1", "Once more", at);
    expect((await scene.shown(at)).list?.isOften).toBe(true);
    expect(await scene.send({}, at)).toEqual({ done: "often" });
  });

  test("is told on today's page, by the campaign, and by the link of what was signed", async () => {
    const scene = await returnScene();
    const { campaign } = (await scene.supplier.open()).session.file;
    const landing = () => showLanding(scene.supplier.visitor, { token: scene.invited.token });
    expect((await landing()).again).toBeUndefined();
    await scene.put("G1", "Why?");
    await scene.send();
    expect((await landing()).again?.newer).toContain("asks again");
    expect((await showToday(scene.team, {})).returned).toEqual({ waiting: 1, answered: 0 });
    expect((await showCampaign(scene.team, { campaign: campaign.id })).returned).toEqual({ waiting: 1, answered: 0 });
    const buyer = scene.asTeam(await scene.add({ role: "buyer" }));
    expect((await showToday(buyer, {})).returned).toBeUndefined();
    const table = await showCampaign(scene.team, { campaign: campaign.id });
    expect(table.funnel).toMatchObject({ invited: 1, submitted: 1 });
  });

  test("is called back while nobody answered, and not after", async () => {
    const scene = await returnScene();
    await expect(scene.callBack()).rejects.toMatchObject({ code: "not-found" });
    await scene.put("G1", "Why?");
    await scene.send();
    const corrector = await scene.corrector();
    await corrector.answers({ G1: { value: { answer: "worker" } } });
    expect(await scene.callBack()).toBe("called-back");
    expect(await scene.callBack()).toBe("there");
    await expect(corrector.open()).rejects.toMatchObject({ code: "link-revoked" });
    expect((await scene.shown()).list?.lines).toMatchObject([{ code: "G1", comment: "Why?" }]);
    expect((await scene.shown()).calledBack).toHaveLength(1);
    expect((await showLanding(scene.supplier.visitor, { token: scene.invited.token })).again).toBeUndefined();

    expect(await scene.send()).toEqual({ done: "sent" });
    const second = await scene.corrector();
    await second.answers({ G1: { value: { answer: "worker" } } });
    await second.submits();
    expect(await scene.callBack()).toBe("answered");
    expect((await scene.shown()).sent?.both?.lines).toMatchObject([{ code: "G1", isSame: true }]);
  });
});

describe("whoever does not see answers on North Korean labour", () => {
  test("sees no returned question on it, cannot return one, and is not told of their number", async () => {
    const scene = await returnScene();
    const { attestation, asTeam, add } = scene;
    const other = asTeam(await add({ role: "analyst", readsNorthKorea: false }));
    const seen = async () => JSON.stringify(await showReturned(other, { attestation }));
    const asked = { attestation, question: "E1", comment: "Why?" };
    await expect(putReturnedQuestion(other, asked)).rejects.toMatchObject({ code: "not-found" });
    await expect(showReturnForm(other, { attestation, question: "E1" })).rejects.toMatchObject({ code: "not-found" });
    const before = await seen();
    await scene.put("E1", "Please ask the agency.");
    expect(await seen()).toBe(before);
    await putReturnedQuestion(other, { ...asked, question: "G1" });
    expect((await showReturned(other, { attestation })).list).toMatchObject({
      lines: [{ code: "G1" }],
      isPartial: true,
    });
    const { seen: mark = "" } = (await scene.shown()).list ?? {};
    const given = { attestation, date: "2026-03-20", name: "hide", seen: mark } as const;
    expect(await sendReturned(other, given)).toBe("hidden");
    await takeOffReturnedQuestion(scene.team, { attestation, question: "G1" });
    expect(await scene.send()).toEqual({ done: "sent" });
    expect((await listReturns(scene.team, {})).waiting).toMatchObject([{ count: 1 }]);
    expect((await listReturns(other, {})).waiting).toEqual([]);
    expect(await seen()).not.toContain("E1");
    const { supplier } = scene.invited;
    const lines = async (by: typeof other) => (await showSupplier(by, { id: supplier.id })).campaigns;
    expect([(await lines(scene.team)).length, (await lines(other)).length]).toEqual([2, 1]);
    const [mail] = await scene.mails("asked-again");
    const buyer = asTeam(await add({ role: "buyer", readsNorthKorea: false }));
    await expect(showMail(buyer, { id: mail?.id ?? "" })).rejects.toMatchObject({ code: "not-allowed" });
    expect((await showToday(other, {})).returned).toBeUndefined();
  });
});

import { renderToString } from "react-dom/server";
import { I18nextProvider } from "react-i18next";
import { describe, expect, test } from "vitest";
import { ColleagueLandingPage } from "#app/components/supplier/colleagues/colleague-landing-page";
import { ColleaguesPage } from "#app/components/supplier/colleagues/colleagues-page";
import { i18nFor } from "#app/i18n/texts/i18n.server";
import { writeMail } from "#app/services/mails/write-mail";
import { findStaffPlace } from "#app/services/stand-in/staff-place";
import { askColleague, mostColleagues } from "#app/services/supplier/colleagues/ask-colleague";
import { renewColleague, withdrawColleague } from "#app/services/supplier/colleagues/change-colleague";
import { showColleagueLanding } from "#app/services/supplier/colleagues/show-colleague-landing";
import { showColleagues } from "#app/services/supplier/colleagues/show-colleagues";
import { startColleague } from "#app/services/supplier/colleagues/start-colleague";
import { addEvidence } from "#app/services/supplier/evidence/add-evidence";
import { readEvidence } from "#app/services/supplier/evidence/attached-evidence";
import { expectEvidence } from "#app/services/supplier/evidence/evidence-question";
import { removeEvidence, showEvidenceRemoval } from "#app/services/supplier/evidence/remove-evidence";
import { linkBudget } from "#app/services/supplier/limits/link-budget";
import { startAttestation } from "#app/services/supplier/link/start-attestation";
import { addPasted } from "#app/services/supplier/paste/add-pasted";
import { showQuestion } from "#app/services/supplier/question/show-question";
import { showRow } from "#app/services/supplier/rows/show-row";
import { openSupplierSession } from "#app/services/supplier/session/open-supplier-session";
import { sessionOf } from "#tests/support/context";
import { aPdf, pieces } from "#tests/support/documents";
import { anEvent, aUser, hoursLater } from "#tests/support/factories";
import { asSupplier, form, invite } from "#tests/support/supplier";
import { codeOf } from "#tests/support/team";
import { answer, askForm, colleagueScene } from "./scene";

describe("a colleague is refused", () => {
  test("every question of another section, however it is asked for", async () => {
    const scene = await colleagueScene();
    await scene.ask();
    const self = await (await scene.opened())();
    const tries = [
      showQuestion(self, { question: "A1" }),
      answer(self, "A1", "mine now"),
      showRow(self, { question: "B1", part: "sites", row: "new" }),
      addPasted(self, { question: "B1", part: "sites", text: "x\ty", basedOn: 0 }),
      expectEvidence(self, { question: "A2" }),
    ];
    for (const one of tries) expect(await codeOf(one)).toBe("with-others");
    expect(await codeOf(showQuestion(self, { question: "O2" }))).toBe("not-found");
  });

  test("asking, taking back or seeing colleagues", async () => {
    const scene = await colleagueScene();
    for (const sign of ["no", "yes"]) {
      await scene.ask({ sign, seen: sign });
      const self = await (await scene.opened())();
      const { id } = await scene.newest();
      expect(await codeOf(askColleague(self, { fields: form(askForm) }))).toBe("not-allowed");
      expect(await codeOf(withdrawColleague(self, { colleague: id }))).toBe("not-allowed");
      expect(await codeOf(showColleagues(self, {}))).toBe("not-allowed");
    }
  });

  test("another attestation, of the same buyer or of another, by the same session", async () => {
    const scene = await colleagueScene();
    await scene.ask();
    const other = await invite(scene.ctx);
    const started = await startColleague(scene.visitor, { token: await scene.token() });
    const session = { sessionToken: started?.sessionToken, attestation: other.attestation };
    expect(await codeOf(openSupplierSession(scene.visitor, session))).toBe("session-missing");
    const stranger = await asSupplier(scene.ctx, other.token).open();
    const { id } = await scene.newest();
    expect(await withdrawColleague(stranger, { colleague: id })).toBe("gone");
    expect((await scene.newest()).withdrawnAt).toBeUndefined();
  });

  test("the supplier's own session, by leaving out what marks theirs", async () => {
    const scene = await colleagueScene();
    await scene.ask();
    const started = await startColleague(scene.visitor, { token: await scene.token() });
    const unmarked = started?.sessionToken.replace(".col.", ".") ?? "";
    const session = { sessionToken: unmarked, attestation: scene.invited.attestation };
    expect(await codeOf(openSupplierSession(scene.visitor, session))).toBe("session-missing");
    expect(await codeOf(startAttestation(scene.visitor, { token: await scene.token() }))).toBe("link-unknown");
  });

  test("another's document, which who may sign reads and cannot remove", async () => {
    const scene = await colleagueScene();
    const owner = await scene.supplier.open();
    const added = await addEvidence(owner, { question: "A2", name: "licence.pdf", bytes: pieces(aPdf()) });
    if (added.kind !== "added") throw new Error(added.kind);
    const { id: evidence } = added.evidence;
    await scene.ask();
    const plain = await (await scene.opened())();
    expect(await codeOf(readEvidence(plain, { evidence }))).toBe("with-others");
    await scene.ask({ sign: "yes", seen: "1" });
    const signer = await (await scene.opened())();
    expect(await readEvidence(signer, { evidence })).toMatchObject({ name: "licence.pdf" });
    for (const self of [plain, signer]) {
      expect(await codeOf(showEvidenceRemoval(self, { evidence }))).toBe("with-others");
      expect(await codeOf(removeEvidence(self, { evidence }))).toBe("with-others");
    }
  });

  test("a person of the buyer's team, who is led to where they read", async () => {
    const scene = await colleagueScene();
    await scene.ask();
    const { organisation, invitation } = scene.invited;
    const user = aUser({ org: organisation.id });
    await scene.ctx.store.users.add({ user, passwordHash: "nobody's", audit: anEvent() });
    const teamSession = await sessionOf(scene.ctx, user);
    const place = await findStaffPlace(scene.visitor, { token: await scene.token(), teamSession });
    expect(place).toContain(`/invitations/${invitation.id}/questionnaire`);
    const started = await startColleague(scene.visitor, { token: await scene.token() });
    const session = { ...started, attestation: scene.invited.attestation, teamSession };
    expect(await codeOf(openSupplierSession(scene.visitor, session))).toBe("staff-reads-only");
  });

  test("everything, once the buyer has replaced the supplier's own link", async () => {
    const scene = await colleagueScene();
    await scene.ask();
    const open = await scene.opened();
    const { organisation, invitation } = scene.invited;
    await scene.ctx.store.invitations.replaceLink({
      ...{ org: organisation.id, id: invitation.id, generation: 2, at: scene.ctx.clock.now() },
      tokenHash: scene.ctx.links.hash(scene.ctx.links.tokenFor(invitation.id, 2)),
      expiresAt: hoursLater(24 * 365),
      audit: anEvent({ action: "invitation.link-replaced", details: { generation: 2 } }),
    });
    expect(await codeOf(open())).toBe("link-replaced");
    expect(await codeOf(showColleagueLanding(scene.visitor, { token: await scene.token() }))).toBe("colleague-ended");
  });
});

describe("what is typed to ask somebody", () => {
  test.each([
    [{ section: [] }, ["section"]],
    [{ section: ["Z"] }, ["section"]],
    [{ section: ["E", "O2"] }, ["section"]],
    [{ name: "" }, ["name"]],
    [{ name: "\u200b \u2060" }, ["name"]],
    [{ name: "Win at www.elsewhere.example" }, ["name"]],
    [{ asker: "https://elsewhere.example" }, ["asker"]],
    [{ asker: "a".repeat(101) }, ["asker"]],
    [{ email: "no address" }, ["email"]],
    [{ email: "a@b.example, c@d.example" }, ["email"]],
    [{ email: "a@b.example\r\nBcc: c@d.example" }, ["email"]],
    [{ note: "n".repeat(501) }, ["note"]],
    [{ name: "", email: "", asker: "", section: [] }, ["section", "name", "email", "asker"]],
  ])("%j is refused beside its fields", async (over, errors) => {
    const scene = await colleagueScene();
    expect(await scene.ask(over)).toEqual({ kind: "errors", errors });
    expect(await scene.list()).toEqual([]);
  });

  test("cannot begin a header, nor a tag", async () => {
    const scene = await colleagueScene();
    const hostile = `"><script>alert(1)</script>`;
    await scene.ask({
      name: `Wei${hostile}`,
      asker: "Li\r\nBcc: x <i>",
      note: `${hostile}\r\nBcc: me\nhttps://elsewhere.example`,
    });
    const { organisation, invitation } = scene.invited;
    const mails = await scene.ctx.store.mails.about(organisation.id, { invitations: [invitation.id], most: 9 });
    const mail = mails.find(({ kind }) => kind === "colleague");
    const message = mail && (await writeMail(scene.ctx, mail));
    expect(message?.subject).toMatch(/^Li Bcc: x <i> asks you/);
    expect(message?.html).not.toMatch(/<script|<i>/);
    const landing = await showColleagueLanding(scene.visitor, { token: await scene.token() });
    if (!landing) throw new Error("the link opened nothing");
    const pages = [
      <ColleagueLandingPage key="landing" view={landing} />,
      <ColleaguesPage key="page" view={await showColleagues(await scene.supplier.open(), {})} />,
    ];
    for (const page of pages) {
      const html = renderToString(<I18nextProvider i18n={i18nFor("en")}>{page}</I18nextProvider>);
      expect(html).not.toMatch(/<script>alert|<i>|href="https:\/\/elsewhere/);
      expect(html).toContain("&lt;script&gt;");
    }
  });

  test("is asked once, however often the same form is sent", async () => {
    const scene = await colleagueScene();
    expect(await Promise.all([scene.ask(), scene.ask(), scene.ask()])).toEqual(Array(3).fill({ kind: "asked" }));
    expect(await scene.list()).toHaveLength(1);
    expect((await scene.events()).filter(({ action }) => action === "colleague.asked")).toHaveLength(1);
    // The page after that is another form.
    await scene.ask({ seen: "1" });
    expect(await scene.list()).toHaveLength(2);
  });

  test("ends with the twentieth colleague, those taken back among them", async () => {
    const scene = await colleagueScene();
    for (let seen = 0; seen < mostColleagues; seen += 1) await scene.ask({ seen: String(seen) });
    await withdrawColleague(await scene.supplier.open(), { colleague: (await scene.newest()).id });
    expect(await scene.ask({ seen: "20" })).toEqual({ kind: "full" });
    expect(await scene.list()).toHaveLength(mostColleagues);
    expect(await showColleagues(await scene.supplier.open(), {})).toMatchObject({ isFull: true });
  });

  test("makes no more mails in an hour than one link may send", async () => {
    const scene = await colleagueScene();
    await scene.ask();
    const { id, email } = await scene.newest();
    const renew = async () => renewColleague(await scene.supplier.open(), { colleague: id, email });
    for (let sent = 1; sent < linkBudget.mails; sent += 1) expect(await renew()).toBe("renewed");
    expect(await codeOf(renew())).toBe("too-often");
  });
});

import { beforeEach, describe, expect, test } from "vitest";
import { linksFrom } from "#app/adapters/secrets.server";
import { Problem } from "#app/domain/problem";
import { asVisitor } from "#app/services/context/callers";
import type { SupplierContext, TeamContext } from "#app/services/context/contexts";
import { standIn } from "#app/services/stand-in/begin-stand-in";
import { lookAtQuestionnaire } from "#app/services/stand-in/look-at-questionnaire";
import { findStaffPlace } from "#app/services/stand-in/staff-place";
import { saveQuestion } from "#app/services/supplier/question/save-question";
import { openSupplierSession } from "#app/services/supplier/session/open-supplier-session";
import { showCheck } from "#app/services/supplier/signing/show-check";
import { submitAttestation } from "#app/services/supplier/signing/submit-attestation";
import { changeRole, endAccess } from "#app/services/team/people/change-access";
import type { User } from "#db/records";
import { asPerson, sessionOf, type TestContext, testContext } from "#tests/support/context";
import { anEvent, aUser } from "#tests/support/factories";
import { launch, type World } from "#tests/support/world";

let ctx: TestContext;
let world: World;
let buyer: { user: User; session: string; team: TeamContext };
let asked: { campaign: string; invitation: string };

async function person(role: User["role"], org = world.organisation.id) {
  const user = aUser({ org, role, name: "Bo Lim" });
  await ctx.store.users.add({ user, passwordHash: "nobody's", audit: anEvent() });
  return { user, session: await sessionOf(ctx, user), team: asPerson(ctx, { user, organisation: world.organisation }) };
}

beforeEach(async () => {
  ctx = await testContext();
  world = await launch(ctx.store, { contact: { language: "en" } });
  buyer = await person("buyer");
  asked = { campaign: world.campaign.id, invitation: world.recipient.invitation.id };
});

const attestation = () => world.recipient.attestation.id;
const reason = "Ms Lim told me by telephone";

const open = (sessionToken: string, teamSession?: string): Promise<SupplierContext> =>
  openSupplierSession(asVisitor(ctx, "en"), { attestation: attestation(), sessionToken, teamSession, language: "en" });

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => "opened",
    (error: unknown) => (error instanceof Problem ? error.code : error),
  );

const answer = (supplier: SupplierContext, comment: string, basedOn = 0) => {
  const fields = new Map([
    ["E1.answer", ["no"]],
    ["E1.comment", [comment]],
  ]);
  return saveQuestion(supplier, { question: "E1", fields, basedOn, intent: "go-on" });
};

/** A session of the supplier's own. */
async function ownSession(): Promise<string> {
  const sessionToken = `1.${"s".repeat(43)}`;
  const started = { org: world.organisation.id, attestation: attestation(), at: ctx.clock.now() };
  await ctx.store.attestations.start({ ...started, sessionHash: ctx.links.hash(sessionToken), audit: anEvent() });
  return sessionToken;
}

describe("a person of the team", () => {
  test("reads a questionnaire, and that it was by the link is on record once", async () => {
    for (let time = 0; time < 3; time += 1) {
      const shown = await lookAtQuestionnaire(buyer.team, { ...asked, byLink: true });
      expect(shown.sections.length).toBeGreaterThan(5);
      expect(shown.mayStandIn).toBe(true);
    }
    const events = await ctx.store.audit.trail(world.organisation.id, { most: 50, actions: ["link.opened"] });
    expect(events).toMatchObject([{ subject: { id: asked.invitation }, actor: { id: buyer.user.id } }]);
    expect(await lookAtQuestionnaire((await person("viewer")).team, { ...asked, byLink: true })).toMatchObject({
      mayStandIn: false,
    });
  });

  test("is not taken for the supplier, in whose session their browser may be", async () => {
    const own = await ownSession();
    expect(await codeOf(open(own))).toBe("opened");
    expect(await codeOf(open(own, buyer.session))).toBe("staff-reads-only");
    const other = await launch(ctx.store);
    const stranger = await person("admin", other.organisation.id);
    expect(await codeOf(open(own, stranger.session))).toBe("opened");
    expect(await codeOf(open(own, "x".repeat(43)))).toBe("opened");
  });

  test("is led from a link of their own organisation, and of no other", async () => {
    const { links, store } = ctx;
    const token = links.tokenFor(asked.invitation, 2);
    const replaced = { org: world.organisation.id, id: asked.invitation, generation: 2, at: ctx.clock.now() };
    const expiresAt = world.recipient.invitation.expiresAt;
    await store.invitations.replaceLink({ ...replaced, tokenHash: links.hash(token), expiresAt, audit: anEvent() });
    const place = (teamSession: string, given = token) =>
      findStaffPlace(asVisitor(ctx, "en"), { token: given, teamSession });
    expect(await place(buyer.session)).toContain(`/invitations/${asked.invitation}/questionnaire`);
    expect(await place("x".repeat(43))).toBeUndefined();
    expect(await place(buyer.session, linksFrom(Buffer.alloc(32, 8)).tokenFor("other", 1))).toBeUndefined();
    const other = await launch(ctx.store);
    expect(await place((await person("admin", other.organisation.id)).session)).toBeUndefined();
  });
});

describe("answering for a supplier", () => {
  test("asks for the reason, and for the right to", async () => {
    const empty = await standIn.submit(buyer.team, { ...asked, reason: " \u200b " });
    expect(empty).toEqual({ faults: [{ field: "reason", code: "reason-needed" }] });
    for (const role of ["viewer", "analyst"] as const) {
      expect(await codeOf(standIn((await person(role)).team, { ...asked, reason }))).toBe("not-allowed");
    }
    expect(await ctx.store.audit.trail(world.organisation.id, { most: 9, actions: ["attestation.stood-in"] })).toEqual(
      [],
    );
  });

  test("is marked in the answers and the trail, until the supplier answers itself, and is never a signature", async () => {
    const { sessionToken } = await standIn(buyer.team, { ...asked, reason });
    const standing = await open(sessionToken, buyer.session);
    expect((await answer(standing, "As she told me")).kind).toBe("saved");
    const marked = { question: "E1", standIn: { user: buyer.user.id, name: "Bo Lim" } };
    expect(await ctx.store.attestations.standIns(world.organisation.id, attestation())).toEqual([marked]);
    const [saved] = await ctx.store.audit.trail(world.organisation.id, { most: 1 });
    expect(saved).toMatchObject({ action: "answer.saved", actor: { kind: "stand-in", id: buyer.user.id } });
    const check = await showCheck(await open(sessionToken, buyer.session), {});
    expect(check.sign.refused).toContain("You cannot sign");
    expect(check.frame.banner).toContain("Bo Lim");
    const line = check.sections.flatMap(({ answers }) => answers).find(({ code }) => code === "E1");
    expect(line?.given).toContain("Given by Bo Lim");
    expect(await codeOf(submitAttestation(standing, { fields: new Map(), revision: 1 }))).toBe("not-allowed");

    const own = await open(await ownSession());
    expect((await showCheck(own, {})).sign.refused).toBeUndefined();
    expect((await answer(own, "As we say ourselves", 1)).kind).toBe("saved");
    expect(await ctx.store.attestations.standIns(world.organisation.id, attestation())).toEqual([]);
  });

  test("is over with the session, the role or the access of whoever does, and is nobody else's", async () => {
    const admin = await person("admin");
    const { sessionToken } = await standIn(buyer.team, { ...asked, reason });
    expect(await codeOf(open(sessionToken, buyer.session))).toBe("opened");
    expect(await codeOf(open(sessionToken))).toBe("session-missing");
    expect(await codeOf(open(sessionToken, admin.session))).toBe("session-missing");
    expect(await codeOf(open(sessionToken.replace(".for.", "."), buyer.session))).toBe("session-missing");
    await changeRole(admin.team, { id: buyer.user.id, role: "viewer" });
    expect(await codeOf(open(sessionToken, buyer.session))).toBe("session-missing");
    await changeRole(admin.team, { id: buyer.user.id, role: "buyer" });
    expect(await codeOf(open(sessionToken, buyer.session))).toBe("opened");
    await endAccess(admin.team, { id: buyer.user.id });
    expect(await codeOf(open(sessionToken, buyer.session))).toBe("session-missing");
  });
});

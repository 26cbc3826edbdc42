import { describe, expect, test } from "vitest";
import { asVisitor } from "#app/services/context/callers";
import type { TeamContext } from "#app/services/context/contexts";
import { closeCampaign } from "#app/services/team/campaigns/close-campaign";
import { showCampaign } from "#app/services/team/campaigns/show-campaign";
import { changeDue } from "#app/services/team/drafts/change-due";
import { changeQuestionnaire } from "#app/services/team/drafts/change-questionnaire";
import { chooseRecipients } from "#app/services/team/drafts/choose-recipients";
import { startCampaign } from "#app/services/team/drafts/start-campaign";
import { confirmImport } from "#app/services/team/imports/jobs/confirm-import";
import { findImport } from "#app/services/team/imports/jobs/find-import";
import { extendLink } from "#app/services/team/invitations/extend-link";
import { replaceLink } from "#app/services/team/invitations/replace-link";
import { resendFailed } from "#app/services/team/invitations/resend-failed";
import { resendInvitation } from "#app/services/team/invitations/resend-invitation";
import { showInvitation } from "#app/services/team/invitations/show-invitation";
import { withdrawInvitation } from "#app/services/team/invitations/withdraw-invitation";
import { beginLaunch } from "#app/services/team/launches/begin-launch";
import { changeReasons } from "#app/services/team/messages/change-reasons";
import { inviteUser } from "#app/services/team/settings/invite-person";
import { join } from "#app/services/team/sign-in/joining";
import { saveContact } from "#app/services/team/suppliers/contacts/save-contact";
import { asPerson } from "#tests/support/context";
import { delivering } from "#tests/support/delivering";
import { anOrganisation, aUser } from "#tests/support/factories";
import { doJobs } from "#tests/support/jobs";
import { codeOf, expectNoFaults, importSupplierList, launch, uploadSupplierList } from "#tests/support/team";

const list = "name,country,email\nTan Sao,Viet Nam,hr@tansao.example\nHao,China,a@hao.example\n";
const step = { name: "Autumn", version: "forced-labour@1", regimes: ["uflpa"] };

/** How a form may be sent twice: the second click before the first is answered, or after it. */
const ways = [
  ["at once", <T>(send: () => Promise<T>) => Promise.all([send(), send()])],
  ["one after the other", async <T>(send: () => Promise<T>) => [await send(), await send()]],
] as const;

/** The product with a mail server, one person at work and two suppliers. */
async function atWork(isBroken = () => false) {
  const { ctx, server } = await delivering({
    recipient: () => (isBroken() ? { code: 550, text: "5.1.1 no such mailbox" } : undefined),
  });
  const organisation = anOrganisation();
  const user = aUser({ org: organisation.id });
  await ctx.store.organisations.create({ organisation, admin: user, passwordHash: "$argon2id$of-nobody", audit: [] });
  const team = asPerson(ctx, { organisation, user });
  await importSupplierList(team, list);
  const actions = async () =>
    (await ctx.store.audit.trail(organisation.id, { most: 1_000 })).map(({ action }) => action);
  /** What was left in the trail by some work, oldest first. */
  const eventsOf = async (work: () => Promise<unknown>) => {
    const before = (await actions()).length;
    await work();
    const after = await actions();
    return after.slice(0, after.length - before).reverse();
  };
  return { ctx, server, team, org: organisation.id, eventsOf };
}

async function aDraft(team: TeamContext): Promise<string> {
  const campaign = expectNoFaults(await startCampaign(team, step));
  await chooseRecipients(team, { campaign, mode: "all" });
  return campaign;
}

async function live(isBroken?: () => boolean) {
  const work = await atWork(isBroken);
  const campaign = await aDraft(work.team);
  await launch(work.team, campaign);
  await doJobs(work.ctx);
  const { recipients } = await showCampaign(work.team, { campaign });
  const asked = { campaign, invitation: recipients[0]?.id ?? "" };
  return { ...work, campaign, asked };
}

describe.each(ways)("a form of the team that is sent twice %s", (_, twice) => {
  test("makes one campaign", async () => {
    const { team, org, eventsOf } = await atWork();
    for (const typed of [step, { ...step, begun: "2026-03-02T09:00:00.000Z" }, { ...step, name: "Spring" }]) {
      const begun = (await team.store.campaigns.list(org)).length;
      const ids: unknown[] = [];
      expect(await eventsOf(async () => ids.push(...(await twice(() => startCampaign(team, typed)))))).toEqual([
        "campaign.created",
      ]);
      expect(ids[1]).toBe(ids[0]);
      expect(await team.store.campaigns.list(org)).toHaveLength(begun + 1);
    }
  });

  test("makes one campaign of a list", async () => {
    const { team, org } = await atWork();
    const upload = await uploadSupplierList(team, list);
    const [one, other] = await twice(() => startCampaign(team, { ...step, list: { upload, mapping: {} } }));
    expect(other).toBe(one);
    expect((await team.store.campaigns.list(org)).map(({ recipients }) => recipients)).toEqual([2]);
  });

  test("saves a step of a draft once", async () => {
    const { team, eventsOf } = await atWork();
    const campaign = expectNoFaults(await startCampaign(team, step));
    const forms: (() => Promise<unknown>)[] = [
      () => changeQuestionnaire(team, { campaign, ...step, name: "Winter" }),
      () => chooseRecipients(team, { campaign, mode: "all" }),
      () => chooseRecipients(team, { campaign, mode: "countries", countries: "China" }),
      () => changeReasons(team, { campaign, reasons: { en: "Because of the law." } }),
      () => changeDue(team, { campaign, date: "2026-12-24", time: "12:00", zone: "Asia/Shanghai" }),
    ];
    for (const form of forms) {
      await form();
      expect(await eventsOf(() => twice(form))).toEqual([]);
    }
  });

  test("launches once: one mail each", async () => {
    const { ctx, server, team, eventsOf } = await atWork();
    const campaign = await aDraft(team);
    const invited: unknown[] = [];
    expect(
      await eventsOf(async () => invited.push(...(await twice(() => beginLaunch(team, { campaign, links: 30 }))))),
    ).toEqual(["campaign.launched"]);
    expect(invited).toEqual([2, 2]);
    await doJobs(ctx);
    expect(server.received).toHaveLength(2);
    expect((await showCampaign(team, { campaign })).total).toBe(2);
  });

  test("sends one mail again, and the next time one more", async () => {
    const { ctx, server, team, asked, eventsOf } = await live();
    const resend = () => resendInvitation(team, asked);
    const again = async () => {
      expect(await eventsOf(() => twice(resend))).toEqual(["invitation.resent"]);
      await doJobs(ctx);
    };
    await again();
    expect(server.received).toHaveLength(3);
    expect(await resend()).toBe("queued");
    ctx.later(1);
    await again();
    expect(server.received).toHaveLength(4);
  });

  test("makes one new link, and the next time one more", async () => {
    const { ctx, server, team, asked, org, eventsOf } = await live();
    for (const generation of [2, 3]) {
      expect(await eventsOf(() => twice(() => replaceLink(team, asked)))).toEqual(["invitation.link-replaced"]);
      await doJobs(ctx);
      expect((await ctx.store.invitations.get(org, asked.invitation))?.invitation.generation).toBe(generation);
      expect(server.received).toHaveLength(1 + generation);
      ctx.later(1);
    }
  });

  test("extends a link once, withdraws it once, and closes the campaign once", async () => {
    const { team, asked, org, campaign, eventsOf } = await live();
    const end = async () => (await team.store.invitations.get(org, asked.invitation))?.invitation.expiresAt.getTime();
    const before = (await end()) ?? 0;
    expect(await eventsOf(() => twice(() => extendLink(team, { ...asked, days: 7 })))).toEqual(["invitation.extended"]);
    expect(await end()).toBe(before + 7 * 24 * 3_600_000);
    expect(await eventsOf(() => twice(() => withdrawInvitation(team, asked)))).toEqual(["invitation.withdrawn"]);
    expect((await showInvitation(team, asked)).journey).toBe("withdrawn");
    expect(await eventsOf(() => twice(() => closeCampaign(team, { campaign })))).toEqual(["campaign.closed"]);
  });

  test("sends again to all that failed once", async () => {
    let broken = true;
    const { ctx, server, team, campaign, eventsOf } = await live(() => broken);
    broken = false;
    expect(server.received).toEqual([]);
    expect(await eventsOf(() => twice(() => resendFailed(team, { campaign })))).toEqual([
      "invitation.resent",
      "invitation.resent",
    ]);
    await doJobs(ctx);
    expect(server.received).toHaveLength(2);
  });

  test("imports a list once", async () => {
    const { ctx, team, org, eventsOf } = await atWork();
    const upload = await uploadSupplierList(
      team,
      "name,country,email\nMaribel,Peru,m@x.example\nRosa,Peru,r@x.example\n",
    );
    const confirmed = await eventsOf(async () => {
      await twice(() => confirmImport(team, { upload }));
      await doJobs(ctx);
      await confirmImport(team, { upload });
      await doJobs(ctx);
    });
    expect(confirmed).toEqual(["suppliers.import-confirmed", "supplier.added", "supplier.added", "suppliers.imported"]);
    const counts = { added: 2, changed: 0, unchanged: 0, refused: 0 };
    expect(await findImport(team, { upload })).toEqual({ state: "done", counts });
    const { total } = await team.store.suppliers.table(org, { sort: "ref", direction: "up", page: 1, pageSize: 10 });
    expect(total).toBe(4);
  });

  test("adds and changes a contact once", async () => {
    const { team, asked, org, eventsOf } = await live();
    const found = await team.store.invitations.get(org, asked.invitation);
    const supplier = found?.supplier.id ?? "";
    const typed = { supplier, name: "Ha Nguyen", email: "ha@new.example", language: "vi" };
    for (const contact of ["new", found?.contact.id ?? ""]) {
      const email = `${contact === "new" ? "first" : "second"}@new.example`;
      const send = () => saveContact.submit(team, { ...typed, contact, email });
      const answers: unknown[] = [];
      expect(await eventsOf(async () => answers.push(...(await twice(send))))).toEqual(["supplier.changed"]);
      expect(answers).toEqual([{ done: undefined }, { done: undefined }]);
    }
    expect((await team.store.suppliers.get(org, supplier))?.contacts).toHaveLength(2);
  });

  test("offers a colleague one account, by one of the links", async () => {
    const { ctx, team, org } = await atWork();
    const offers = await twice(() => inviteUser(team, { email: "ada@nordwind.example", role: "buyer" }));
    const tokens = offers.map((offer) => expectNoFaults(offer).link.split("/join/")[1] ?? "");
    const typed = { name: "Ada", password: "a long enough password" };
    const visitor = asVisitor(ctx, "en");
    const codes: unknown[] = [];
    for (const token of [...tokens, ...tokens]) {
      codes.push(await codeOf(join.submit(visitor, { token, ...typed })));
    }
    expect(codes.sort()).toEqual(["link-expired", "link-expired", "link-expired", "nothing was wrong"]);
    expect((await ctx.store.users.list(org)).map(({ email }) => email)).toContain("ada@nordwind.example");
    expect(await ctx.store.users.list(org)).toHaveLength(2);
  });
});

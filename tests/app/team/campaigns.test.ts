import { utimesSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { zonedClock, zonedInstant } from "#app/i18n/dates/zones";
import type { TeamContext } from "#app/services/context/contexts";
import { fault } from "#app/services/context/faults";
import { type CsvFile, csvCell } from "#app/services/files/csv";
import { closeCampaign } from "#app/services/team/campaigns/close-campaign";
import { showCampaign } from "#app/services/team/campaigns/show-campaign";
import { changeDue } from "#app/services/team/drafts/change-due";
import { chooseRecipients } from "#app/services/team/drafts/choose-recipients";
import { showCampaignDraft } from "#app/services/team/drafts/show-campaign-draft";
import { startCampaign } from "#app/services/team/drafts/start-campaign";
import { exportRefused } from "#app/services/team/imports/export-refused";
import { confirmImport } from "#app/services/team/imports/jobs/confirm-import";
import { showPlan } from "#app/services/team/imports/show-plan";
import { replaceLink } from "#app/services/team/invitations/replace-link";
import { withdrawInvitation } from "#app/services/team/invitations/withdraw-invitation";
import { beginLaunch } from "#app/services/team/launches/begin-launch";
import { checkLaunch } from "#app/services/team/launches/check-launch";
import { previewMail } from "#app/services/team/messages/preview-mail";
import { exportRecipients } from "#app/services/team/recipients/export-recipients";
import { MissingError } from "#db/errors";
import { asPerson } from "#tests/support/context";
import { aMail, anAttestation, anInvitation } from "#tests/support/factories";
import { doJobs } from "#tests/support/jobs";
import {
  codeOf,
  expectNoFaults,
  importSupplierList,
  launch,
  teamWithAdmin,
  uploadSupplierList,
} from "#tests/support/team";
import { createOrganisation } from "#tests/support/world";

async function linesOf({ lines }: CsvFile): Promise<string[]> {
  const all: string[] = [];
  for await (const line of lines) all.push(line);
  return all;
}

const list = [
  "name,country,email,supplier id",
  "Tan Sao,Viet Nam,hr@tansao.example,V1",
  "=1+1,China,a@hao.example,V2",
  "No Mail,India,,V3",
].join("\n");

async function draft(team: TeamContext): Promise<string> {
  const id = expectNoFaults(
    await startCampaign(team, { name: "Autumn", version: "forced-labour@1", regimes: ["uflpa"] }),
  );
  await chooseRecipients(team, { campaign: id, mode: "all" });
  return id;
}

async function running(team: TeamContext) {
  await importSupplierList(team, list);
  const id = await draft(team);
  await launch(team, id);
  const { recipients } = await showCampaign(team, { campaign: id });
  return { id, recipients };
}

describe("a draft", () => {
  test("says which steps are done and which comes next, and is none any more once it is launched", async () => {
    const { team } = await teamWithAdmin();
    await importSupplierList(team, list);
    const id = expectNoFaults(
      await startCampaign(team, { name: "Autumn", version: "forced-labour@1", regimes: ["uflpa"] }),
    );
    const steps = async () =>
      (await showCampaignDraft(team, { campaign: id }))?.steps.filter((step) => step.done).map(({ step }) => step);
    expect(await steps()).toEqual(["questionnaire", "message", "due", "reminders"]);
    expect(await showCampaignDraft(team, { campaign: id })).toMatchObject({ next: "recipients", mayWrite: true });
    await chooseRecipients(team, { campaign: id, mode: "all" });
    expect(await steps()).toEqual(["questionnaire", "recipients", "message", "due", "reminders"]);
    const ready = await showCampaignDraft(team, { campaign: id });
    expect(ready).toMatchObject({ next: "launch" });
    expect(ready?.steps.map(({ text }) => text).join(" ")).toContain("2 of 3 chosen suppliers");
    await launch(team, id);
    expect(await showCampaignDraft(team, { campaign: id })).toBeUndefined();
  });
});

describe("importing suppliers", () => {
  test("adds what is new, changes what differs, and leaves the rest alone", async () => {
    const { ctx, team } = await teamWithAdmin();
    expect(await importSupplierList(team, list)).toEqual({ added: 3, changed: 0, unchanged: 0, refused: 0 });
    ctx.later(1);
    expect(await importSupplierList(team, list)).toEqual({ added: 0, changed: 0, unchanged: 3, refused: 0 });
    const moved = list.replace("hr@tansao.example", "new@tansao.example");
    expect(await importSupplierList(team, moved)).toEqual({ added: 0, changed: 1, unchanged: 2, refused: 0 });
  });

  test("adds everybody once when it is confirmed twice at once", async () => {
    const { team } = await teamWithAdmin();
    const upload = await uploadSupplierList(team, list);
    await Promise.all([confirmImport(team, { upload }), confirmImport(team, { upload })]);
    await doJobs(team);
    const { all } = await team.store.suppliers.table(team.organisation.id, {
      sort: "ref",
      direction: "up",
      page: 1,
      pageSize: 1,
    });
    expect(all).toBe(3);
  });

  test("writes nothing while it is only looked at", async () => {
    const { team } = await teamWithAdmin();
    await showPlan(team, { upload: await uploadSupplierList(team, list) });
    const { all } = await team.store.suppliers.table(team.organisation.id, {
      sort: "ref",
      direction: "up",
      page: 1,
      pageSize: 1,
    });
    expect(all).toBe(0);
  });

  test("keeps an upload for its own organisation and for a day", async () => {
    const { ctx, team } = await teamWithAdmin();
    const upload = await uploadSupplierList(team, list);
    const { organisation, admin } = await createOrganisation(ctx.store);
    expect(await codeOf(showPlan(asPerson(ctx, { organisation, user: admin }), { upload }))).toBe("not-found");
    for (const name of ["../secret", "%2e%2e/secret", "", "0".repeat(64)])
      expect(await codeOf(showPlan(team, { upload: name }))).toBe("not-found");
    const dayBefore = new Date(ctx.clock.now().getTime() - 25 * 3_600_000);
    utimesSync(join(ctx.config.dataDir, "imports", team.organisation.id, upload), dayBefore, dayBefore);
    expect(await codeOf(showPlan(team, { upload }))).toBe("not-found");
  });

  test("gives refused rows back as a file with reasons, safe to open in a spreadsheet", async () => {
    const { team } = await teamWithAdmin();
    const upload = await uploadSupplierList(team, "name,country,email\n=cmd()|x,Atlantis,x@x.example\n");
    const [head, row] = await linesOf(await exportRefused(team, { upload }));
    expect(head).toBe("name,country,email,Row,Reason\r\n");
    expect(row).toMatch(/^'=cmd\(\)\|x,Atlantis,x@x\.example,2,Country: “Atlantis” is not a country we know\./);
  });
});

describe("a cell of an exported file", () => {
  test.each([
    ["=1+1", "'=1+1"],
    ["+SUM(A1)", "'+SUM(A1)"],
    ["-2+3", "'-2+3"],
    ["@x", "'@x"],
    ["\tx", `"'\tx"`],
    ["\rx", `"'\rx"`],
    ["＝1", "'＝1"],
    ["a,b", '"a,b"'],
    ['say "hi"', '"say ""hi"""'],
    ["-5", "-5"],
    ["+3.2", "+3.2"],
    [-5, "-5"],
    [undefined, ""],
  ])("%j becomes %j", (value, cell) => {
    expect(csvCell(value)).toBe(cell);
  });
});

describe("a due date", () => {
  test.each([
    ["2026-11-30", "23:59", "Asia/Shanghai", "2026-11-30T15:59:00.000Z"],
    ["2026-07-01", "12:00", "America/New_York", "2026-07-01T16:00:00.000Z"],
    ["2026-01-01", "00:00", "Asia/Kathmandu", "2025-12-31T18:15:00.000Z"],
    ["2026-12-31", "23:59", "Pacific/Kiritimati", "2026-12-31T09:59:00.000Z"],
    ["2026-06-15", "08:30", "UTC", "2026-06-15T08:30:00.000Z"],
  ])("of %s %s in %s is the instant %s, and reads the same again", (date, time, zone, instant) => {
    const at = zonedInstant(date, time, zone);
    expect(at?.toISOString()).toBe(instant);
    expect(at && zonedClock(at, zone)).toEqual({ date, time });
  });

  test.each([
    ["2026-02-30", "12:00", "UTC"],
    ["soon", "12:00", "UTC"],
    ["2026-02-20", "25:00", "UTC"],
    ["2026-02-20", "12:00", "Mars/Olympus"],
  ])("is not %s %s %s", (date, time, zone) => {
    expect(zonedInstant(date, time, zone)).toBeUndefined();
  });

  test("in the past is refused and changes nothing", async () => {
    const { team } = await teamWithAdmin();
    const id = await draft(team);
    const before = await team.store.campaigns.get(team.organisation.id, id);
    expect(await changeDue(team, { campaign: id, date: "2020-01-01", time: "12:00", zone: "UTC" })).toEqual(
      fault("date", "past"),
    );
    expect(await team.store.campaigns.get(team.organisation.id, id)).toEqual(before);
  });
});

describe("a campaign", () => {
  test("invites everybody chosen who has a contact, each with a link, a reference and a mail", async () => {
    const { team } = await teamWithAdmin();
    const { recipients } = await running(team);
    expect(recipients.map(({ reference }) => reference)).toEqual(["AV-2026-000001", "AV-2026-000002"]);
    expect(recipients.map(({ mail }) => mail?.state)).toEqual(["queued", "queued"]);
    const token = recipients[0]?.link?.split("/s/")[1] ?? "";
    expect((await team.store.invitations.byToken(team.links.hash(token)))?.link).toBe("active");
  });

  test("is launched once, however often the button is pressed", async () => {
    const { team } = await teamWithAdmin();
    await importSupplierList(team, list);
    const id = await draft(team);
    expect(await Promise.all([1, 2, 3].map(() => launch(team, id)))).toEqual([2, 2, 2]);
    expect((await showCampaign(team, { campaign: id })).total).toBe(2);
    expect(await launch(team, id)).toBe(2);
    const trail = await team.store.audit.trail(team.organisation.id, { subjects: [id], most: 50 });
    expect(trail.filter(({ action }) => action === "campaign.launched")).toHaveLength(1);
    // With other days for the links it is not the same form.
    expect(await codeOf(launch(team, id, 0))).toBe("changed-meanwhile");
  });

  test("that is stopped on the way says how far it is, and goes on with whoever is missing", async () => {
    const { ctx, team } = await teamWithAdmin();
    await importSupplierList(team, list);
    const id = await draft(team);
    const org = team.organisation.id;
    expect(await beginLaunch(team, { campaign: id, links: 30 })).toBe(2);
    const [chosen] = (await ctx.store.campaigns.chosen(org, id)[Symbol.asyncIterator]().next()).value;
    if (!chosen?.contact) throw new Error("the first one has a contact");
    const invitation = anInvitation({ org, campaign: id, supplier: chosen.supplier.id, contact: chosen.contact.id });
    const recipient = { invitation, attestation: anAttestation({ org }), mail: aMail({ org }) };
    expect(await ctx.store.launches.invite({ org, campaign: id, recipients: [recipient] })).toBe(1);
    expect((await showCampaign(team, { campaign: id })).inviting).toEqual({ done: 1, all: 2 });

    await doJobs(ctx);
    const { inviting, recipients } = await showCampaign(team, { campaign: id });
    expect(inviting).toBeUndefined();
    expect(recipients.map(({ name }) => name)).toEqual(["Tan Sao", "=1+1"]);
    expect(recipients[0]?.id).toBe(invitation.id);
    expect((await ctx.store.launches.get(org, id))?.endedAt).toBeInstanceOf(Date);
    const again = { ...recipient, invitation: { ...invitation, id: "another" } };
    await expect(ctx.store.launches.invite({ org, campaign: id, recipients: [again] })).rejects.toThrow(MissingError);
  });

  test("writes to where a contact is found when the invitation is made, not when it was looked up", async () => {
    const { ctx, team } = await teamWithAdmin();
    await importSupplierList(team, list);
    const id = await draft(team);
    const org = team.organisation.id;
    await beginLaunch(team, { campaign: id, links: 30 });
    const [chosen] = (await ctx.store.campaigns.chosen(org, id)[Symbol.asyncIterator]().next()).value;
    if (!chosen?.contact) throw new Error("the first one has a contact");
    await importSupplierList(team, list.replace("hr@tansao.example", "new@tansao.example"));
    const invitation = anInvitation({ org, campaign: id, supplier: chosen.supplier.id, contact: chosen.contact.id });
    const mail = aMail({ org, to: chosen.contact.email });
    await ctx.store.launches.invite({
      org,
      campaign: id,
      recipients: [{ invitation, attestation: anAttestation({ org }), mail }],
    });
    expect((await ctx.store.mails.get(org, mail.id))?.to).toBe("new@tansao.example");
  });

  test("is not launched with links counted from a due date that somebody moves meanwhile", async () => {
    const { ctx, team } = await teamWithAdmin();
    await importSupplierList(team, list);
    const id = await draft(team);
    const { store } = ctx;
    const campaigns: typeof store.campaigns = {
      ...store.campaigns,
      async *chosen(org, campaign) {
        yield* store.campaigns.chosen(org, campaign);
        await changeDue(team, { campaign: id, date: "2026-12-31", time: "12:00", zone: "UTC" });
      },
    };
    const meanwhile = { ...team, store: { ...store, campaigns } };
    expect(await codeOf(beginLaunch(meanwhile, { campaign: id, links: 0 }))).toBe("changed-meanwhile");
    expect((await showCampaign(team, { campaign: id })).state).toBe("draft");
    await launch(team, id, 0);
    const org = team.organisation.id;
    const { recipients } = await showCampaign(team, { campaign: id });
    const found = await store.invitations.get(org, recipients[0]?.id ?? "");
    const launched = await store.campaigns.get(org, id);
    expect(launched?.dueAt).toBeInstanceOf(Date);
    expect(found?.invitation.expiresAt).toEqual(launched?.dueAt);
  });

  test("invites nobody any more once it is closed", async () => {
    const { ctx, team } = await teamWithAdmin();
    await importSupplierList(team, list);
    const id = await draft(team);
    await beginLaunch(team, { campaign: id, links: 30 });
    await closeCampaign(team, { campaign: id });
    await doJobs(ctx);
    const { inviting, total } = await showCampaign(team, { campaign: id });
    expect({ inviting, total }).toEqual({ inviting: undefined, total: 0 });
  });

  test("says before the launch who cannot be invited and that mails are kept", async () => {
    const { team } = await teamWithAdmin();
    await importSupplierList(team, list);
    const { invited, checks } = await checkLaunch(team, { campaign: await draft(team) });
    expect(invited).toBe(2);
    expect(checks.filter(({ state }) => state === "look").map(({ code }) => code)).toContain("contacts");
    expect(checks.map(({ code }) => code)).toContain("mail-kept");
  });

  test("is not launched for nobody", async () => {
    const { team } = await teamWithAdmin();
    expect(await codeOf(launch(team, await draft(team)))).toBe("bad-request");
  });

  test("asks only those named by country or number, and says which names it does not know", async () => {
    const { team } = await teamWithAdmin();
    await importSupplierList(team, list);
    const id = await draft(team);
    const countries = { campaign: id, mode: "countries", countries: "Vietnam\nChna" };
    expect(await chooseRecipients(team, countries)).toEqual(fault("countries", "not-known", { names: "Chna" }));
    await chooseRecipients(team, { campaign: id, mode: "listed", listed: "SUP-00001 \n V2" });
    const chosen: (string | undefined)[] = [];
    for await (const batch of team.store.campaigns.chosen(team.organisation.id, id))
      chosen.push(...batch.map(({ supplier }) => supplier.externalId));
    expect(chosen).toEqual(["V1", "V2"]);
  });

  test("shows the mail a supplier would get, with a name that cannot begin a header", async () => {
    const { team } = await teamWithAdmin();
    await importSupplierList(team, 'name,country,email\n"Evil\r\nBcc: x@y.example",Viet Nam,hr@tansao.example\n');
    const id = await draft(team);
    const { message: mail } = await previewMail(team, { campaign: id, preview: "vi" });
    expect(mail.subject).not.toMatch(/[\r\n]/);
    expect(mail.text).toContain("/s/preview");
  });

  test("replaces a link so that the old one says so, and closes it when the invitation is withdrawn", async () => {
    const { team } = await teamWithAdmin();
    const { id, recipients } = await running(team);
    const invitation = recipients[0]?.id ?? "";
    const hashOf = (generation: number) => team.links.hash(team.links.tokenFor(invitation, generation));
    await replaceLink(team, { campaign: id, invitation });
    expect((await team.store.invitations.byToken(hashOf(1)))?.link).toBe("replaced");
    expect((await team.store.invitations.byToken(hashOf(2)))?.link).toBe("active");
    await withdrawInvitation(team, { campaign: id, invitation });
    expect((await team.store.invitations.byToken(hashOf(2)))?.link).toBe("revoked");
    expect(await codeOf(replaceLink(team, { campaign: id, invitation }))).toBe("changed-meanwhile");
  });

  test("exports its recipients without links and without formulas", async () => {
    const { team } = await teamWithAdmin();
    const { id } = await running(team);
    const lines = await linesOf(await exportRecipients(team, { campaign: id }));
    expect(lines).toHaveLength(3);
    expect(lines.join("")).toContain("'=1+1");
    expect(lines.join("")).not.toContain("/s/");
  });

  test("shows links only to those who may hand them on", async () => {
    const { ctx, team } = await teamWithAdmin();
    const { id } = await running(team);
    const viewer = asPerson(ctx, { organisation: team.organisation, user: { ...team.user, role: "viewer" } });
    expect((await showCampaign(viewer, { campaign: id })).recipients.map(({ link }) => link)).toEqual([
      undefined,
      undefined,
    ]);
  });
});

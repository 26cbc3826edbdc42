import { MailError } from "#app/domain/mail-error";
import { dayMs } from "#app/i18n/dates/days";
import { doDueJobs } from "#app/jobs/do-due-jobs";
import { registry } from "#app/jobs/registry";
import type { ServiceContext, TeamContext } from "#app/services/context/contexts";
import { declineInvitation } from "#app/services/supplier/link/decline-invitation";
import { closeCampaign } from "#app/services/team/campaigns/close-campaign";
import { replaceLink } from "#app/services/team/invitations/replace-link";
import { withdrawInvitation } from "#app/services/team/invitations/withdraw-invitation";
import type { RecipientRow } from "#db/store";
import { draftCampaign, invited, launch, readInSuppliers } from "./campaigns";
import { type DemoContext, demoContext } from "./demo-context";
import { addPeople, asPerson } from "./people";
import { drawFrom } from "./stories/random";
import { answerRequest, type Progress, plannedAnswers } from "./supplier-work";
import { type DemoSupplier, demoSuppliers, type Outcome } from "./suppliers";

/** Links of the live campaign work until then, so that a demo can be looked at for years. */
const linksUntil = new Date("2030-12-31T22:59:00.000Z");

const zone = "Europe/Copenhagen";
type Year = 2025 | 2026;

/** Version of the questionnaire that each campaign asks. */
const versionIn: Readonly<Record<Year, number>> = { 2025: 1, 2026: 2 };

/**
 * Makes the world of the demo in an empty store, through the same services that serve people. The same every time but for
 * secrets: passwords are salted, and sessions random.
 */
export async function buildWorld(ctx: ServiceContext): Promise<void> {
  const at = (scope: string, when: string) => demoContext(ctx, scope, new Date(when));
  await addPeople(at("setup", "2025-09-08T07:40:00Z"));

  const before = demoSuppliers.filter(({ fates }) => fates[2025] !== "not-asked");
  const first = await asPerson(at("first campaign", "2025-09-24T09:12:00Z"), "buyer");
  await readInSuppliers(first, before);
  const lastYear = await draftCampaign(first, {
    name: "Suppliers 2025",
    version: versionIn[2025],
    due: { date: "2025-11-14", zone },
    asked: before,
  });
  await askEverybody(first, lastYear, 2025, new Date("2025-09-26T06:00:00Z"));
  await closeCampaign(await asPerson(at("closing", "2026-01-15T15:05:00Z"), "buyer"), { campaign: lastYear });

  const now = await asPerson(at("second campaign", "2026-10-06T08:02:00Z"), "buyer");
  await readInSuppliers(now, demoSuppliers);
  const asked = demoSuppliers.filter(({ fates }) => fates[2026] !== "not-asked");
  const due = { date: "2026-12-31", zone };
  const thisYear = await draftCampaign(now, { name: "Suppliers 2026", version: versionIn[2026], due, asked });
  await askEverybody(now, thisYear, 2026, new Date("2026-10-07T06:00:00Z"));
  await keepLinksOpen(await asPerson(at("links", "2026-11-09T13:20:00Z"), "admin"), thisYear);

  const next = await asPerson(at("third campaign", "2026-11-09T14:45:00Z"), "buyer");
  await draftCampaign(next, {
    name: "Seafood and timber, winter 2026",
    version: versionIn[2026],
    due: { date: "2027-02-26", zone },
    asked: demoSuppliers.filter(({ story }) => story.startsWith("seafood") || story.startsWith("timber")),
  });
}

/** Launches a campaign and lets its suppliers do, from `from` on, what they did. */
async function askEverybody(team: TeamContext, campaign: string, year: Year, from: Date): Promise<void> {
  const rows = await launch(team, campaign);
  const unreachable = rows.filter(({ supplier }) => supplierOf(supplier.externalId).fates[year] === "mail-failed");
  const refused = new Set(unreachable.map(({ contact }) => contact.email));
  await deliverAll(demoContext(team, `mails of ${year}`, team.clock.now()), refused);
  // One after the other: the order of events is then the same in every world.
  for (const row of rows) await deliverAll(await follow(team, campaign, year, row, from), refused);
}

function supplierOf(number: string | undefined): DemoSupplier {
  const found = demoSuppliers.find((supplier) => supplier.number === number);
  if (!found) throw new Error(`The demo has no supplier ${number}`);
  return found;
}

/** What became of one invitation; returns the moment at which it did. */
async function follow(
  team: TeamContext,
  campaign: string,
  year: Year,
  row: RecipientRow,
  from: Date,
): Promise<DemoContext> {
  const supplier = supplierOf(row.supplier.externalId);
  const { id, generation } = row.invitation;
  const draw = drawFrom(`time ${supplier.number} ${year}`);
  const start = new Date(from.getTime() + draw.between(1, 29) * dayMs + draw.between(0, 300) * 60_000);
  const ctx = demoContext(team, `${supplier.number} in ${year}`, start, supplier.language || "en");
  const token = team.links.tokenFor(id, generation);
  const work = (far: Progress) => answerRequest(ctx, token, plannedAnswers(supplier, year, versionIn[year]), far);
  const asTeam: TeamContext = { ...team, clock: ctx.clock, ids: ctx.ids };
  const happens: Readonly<Record<Outcome, () => Promise<void>>> = {
    submitted: () => work("signed"),
    half: () => work(draw.between(14, 26)),
    started: () => work(draw.between(2, 5)),
    declined: async () => {
      await declineInvitation(ctx, { token, reason: "not-supplier", hint: "Orders ended in spring" });
    },
    replaced: async () => {
      await replaceLink(asTeam, { campaign, invitation: id });
    },
    withdrawn: () => withdrawInvitation(asTeam, { campaign, invitation: id }),
    invited: async () => {},
    "mail-failed": async () => {},
    "not-asked": async () => {},
  };
  await happens[supplier.fates[year]]();
  return ctx;
}

/** Mails leave the made world into nothing; mailboxes that do not exist say so. */
async function deliverAll(ctx: ServiceContext, refused: ReadonlySet<string>): Promise<void> {
  const send = async ({ to }: { to: string }) => {
    if (!refused.has(to)) return;
    throw new MailError({ step: "recipient", reply: 550, said: "550 5.1.1 No such mailbox here" });
  };
  await doDueJobs({ ...ctx, mailer: { send, verify: async () => {}, close: () => {} } }, registry);
}

/** Longer than anybody can choose on a page, so it goes to the store itself, with its event. */
async function keepLinksOpen(team: TeamContext, campaign: string): Promise<void> {
  for (const { invitation, attestation } of await invited(team, campaign)) {
    if (invitation.state !== "invited" || attestation.state !== "open") continue;
    await team.store.invitations.extend({
      org: team.organisation.id,
      id: invitation.id,
      expiresAt: linksUntil,
      audit: {
        action: "invitation.extended",
        details: { until: linksUntil.toISOString() },
        at: team.clock.now(),
        actor: team.actor,
        subject: { type: "invitation", id: invitation.id },
      },
    });
  }
}

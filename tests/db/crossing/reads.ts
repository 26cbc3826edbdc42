import { hoursLater, now } from "#tests/support/factories";
import type { OtherOrganisation } from "./stranger";

const page = { page: 1, pageSize: 10 };
/** Everybody whose rating was made by other rules than none. */
const anyScope = { ruleSet: "none", questionnaires: ["forced-labour@1"] };
const view = { ...page, sort: "rating", direction: "down" } as const;

/** One of theirs who signed the same as another. */
function signedOf({ recipients }: OtherOrganisation["theirs"]) {
  const { attestation, supplier } = recipients[2] ?? {};
  return { attestation: attestation?.id ?? "", supplier: supplier?.id ?? "", most: 9 };
}

function actionsOf({ admin }: OtherOrganisation["theirs"]) {
  return { user: admin.id, today: "2026-03-02", showsNorthKorea: true };
}

/** Every read that takes an organisation, asked by one organisation for what another has. */
export const reads: Readonly<Record<string, (stranger: OtherOrganisation) => Promise<unknown>>> = {
  "users.list": async ({ store, org, theirs }) =>
    (await store.users.list(org)).find(({ id }) => id === theirs.admin.id),
  "users.get": ({ store, org, theirs }) => store.users.get(org, theirs.admin.id),
  "users.openSessions": async ({ store, org, theirs }) =>
    (await store.users.openSessions(org, theirs.admin.id, now, new Date(0)))[0],
  "organisations.documentRules": async ({ store, org }) =>
    (await store.organisations.documentRules(org)).keepsApart || undefined,
  "joinings.list": async ({ store, org }) => (await store.joinings.list(org))[0],
  "joinings.get": ({ store, org }) => store.joinings.get(org, "joining-of-theirs"),
  "secondFactors.get": ({ store, org, theirs }) => store.secondFactors.get(org, theirs.admin.id),
  "secondFactors.holders": async ({ store, org }) => (await store.secondFactors.holders(org))[0],
  "secondFactors.roles": async ({ store, org }) => (await store.secondFactors.roles(org))[0],
  "audit.unlisted": async ({ store, org }) => (await store.audit.unlisted(org))[0],
  "persons.find": async ({ store, org, theirs: { recipient } }) =>
    (await store.persons.find(org, { text: recipient.contact.email, most: 10 })).contacts[0],
  "persons.contact": async ({ store, org, theirs }) =>
    (await store.persons.contact(org, theirs.recipient.contact.id))[0],
  "persons.requests": async ({ store, org, theirs }) =>
    (await store.persons.requests(org, { contacts: [theirs.recipient.contact.id], most: 10 }))[0],
  "persons.mailsTo": async ({ store, org, theirs }) =>
    (await store.persons.mailsTo(org, { email: theirs.recipient.contact.email, most: 10 }))[0],
  "persons.messages": async ({ store, org, theirs }) => {
    const by = { contacts: [theirs.recipient.contact.id], colleagues: ["colleague-of-theirs"], most: 10 };
    return (await store.persons.messages(org, by))[0];
  },
  "persons.erased": async ({ store, org }) => (await store.persons.erased(org)).size > 0 || undefined,
  "suppliers.table": async ({ store, org }) => (await store.suppliers.table(org, view)).rows[0],
  "suppliers.table of a campaign": async ({ store, org, theirs }) =>
    (await store.suppliers.table(org, { ...view, campaign: theirs.campaign.id })).rows[0],
  "suppliers.export": async ({ store, org }) =>
    (await store.suppliers.export(org, view)[Symbol.asyncIterator]().next()).value,
  "suppliers.after": async ({ store, org }) => (await store.suppliers.after(org, view, { most: 1 }))[0],
  "suppliers.row": ({ store, org, theirs }) => store.suppliers.row(org, theirs.recipient.supplier.id),
  "suppliers.filterCounts": async ({ store, org }) =>
    Object.values((await store.suppliers.filterCounts(org, view, ["bands"])).bands ?? {}).find((found) => found > 0),
  "suppliers.ids": async ({ store, org }) => (await store.suppliers.ids(org, view, 9))[0],
  "marks.tags": async ({ store, org }) => (await store.marks.tags(org))[0],
  "suppliers.openWork": async ({ store, org, theirs: { recipient } }) =>
    (await store.suppliers.openWork(org, [recipient.supplier.id])).get(recipient.supplier.id),
  "suppliers.spread": async ({ store, org }) => (await store.suppliers.spread(org)).countries[0],
  "suppliers.countries": async ({ store, org }) => (await store.suppliers.countries(org))[0],
  "suppliers.medians": async ({ store, org }) =>
    (await store.suppliers.medians(org, { ruleSet: "standard-2026.1", edition: "tip-2025" }))[0],
  "suppliers.standing": ({ store, org, theirs }) => store.suppliers.standing(org, theirs.recipient.supplier.id),
  "suppliers.peerGroups": async ({ store, org }) =>
    (await store.suppliers.peerGroups(org, { least: 1, most: 10 })).countries[0],
  "suppliers.get": ({ store, org, theirs }) => store.suppliers.get(org, theirs.recipient.supplier.id),
  "suppliers.match": async ({ store, org, theirs: { recipient } }) =>
    (
      await store.suppliers.match(org, {
        externalIds: [recipient.supplier.externalId ?? ""],
        emails: [recipient.contact.email],
        names: [recipient.supplier],
      })
    )[0],
  "suppliers.withOtherBasis": async ({ store, org }) =>
    (await store.suppliers.withOtherBasis(org, { basis: "another", most: 10 }))[0],
  "suppliers.attestations": async ({ store, org, theirs }) =>
    (await store.suppliers.attestations(org, theirs.recipient.supplier.id))[0],
  "campaigns.all": async ({ store, org }) => (await store.campaigns.all(org))[0],
  "campaigns.list": async ({ store, org }) => (await store.campaigns.list(org))[0],
  "campaigns.coverage": async ({ store, org }) => (await store.campaigns.coverage(org))[0],
  "campaigns.get": ({ store, org, theirs }) => store.campaigns.get(org, theirs.campaign.id),
  "campaigns.chosen": async ({ store, org, theirs }) => {
    for await (const batch of store.campaigns.chosen(org, theirs.campaign.id)) return batch[0];
    return undefined;
  },
  "campaigns.recipients": async ({ store, org, theirs }) =>
    (await store.campaigns.recipients(org, theirs.campaign.id, { ...page, now })).rows[0],
  "campaigns.funnel": async ({ store, org, theirs }) =>
    (await store.campaigns.funnel(org, theirs.campaign.id, now)).invited || undefined,
  "launches.get": ({ store, org, theirs }) => store.launches.get(org, theirs.campaign.id),
  "reminders.running": async ({ store, org }) => (await store.reminders.running(org, now))[0],
  "reminders.due": async ({ store, org, theirs }) =>
    (await store.reminders.due(org, theirs.campaign.id, { now, most: 9 }))[0],
  "reminders.counts": async ({ store, org, theirs }) => (await store.reminders.counts(org, theirs.campaign.id)).next,
  "invitations.get": ({ store, org, theirs }) => store.invitations.get(org, theirs.recipient.invitation.id),
  "attestations.get": ({ store, org, theirs }) => store.attestations.get(org, theirs.recipient.attestation.id),
  "attestations.history": async ({ store, org, theirs }) =>
    (await store.attestations.history(org, theirs.recipient.attestation.id))[0],
  "attestations.standInOf": ({ store, org }) => store.attestations.standInOf(org, "stand-in-of-theirs"),
  "attestations.lastSigned": ({ store, org, theirs }) =>
    store.attestations.lastSigned(org, { supplier: signedOf(theirs).supplier, besides: "none" }),
  "attestations.carried": async ({ store, org, theirs }) =>
    (await store.attestations.carried(org, theirs.recipient.attestation.id))[0],
  "attestations.lastAnsweredAt": ({ store, org, theirs }) =>
    store.attestations.lastAnsweredAt(org, theirs.recipient.attestation.id),
  "reviews.get": ({ store, org, theirs }) => store.reviews.get(org, signedOf(theirs).attestation),
  "reviews.list": async ({ store, org }) =>
    (await store.reviews.list(org, { state: "open", sort: "due", at: 0, most: 9 }))[0],
  "reviews.count": async ({ store, org }) =>
    (await store.reviews.count(org, { state: "open", sort: "due" })) || undefined,
  "reviews.counts": async ({ store, org, theirs }) =>
    (await store.reviews.counts(org, { user: theirs.admin.id, now })).open || undefined,
  "reviews.around": async ({ store, org, theirs }) => {
    const review = await store.reviews.get(theirs.organisation.id, signedOf(theirs).attestation);
    if (!review) throw new Error("one of theirs signed");
    const beside = await store.reviews.around(org, { state: "open", sort: "due" }, review);
    return beside.previous ?? beside.next;
  },
  "reviews.decisions": async ({ store, org, theirs }) =>
    (await store.reviews.decisions(org, [signedOf(theirs).attestation]))[0],
  "reviews.rules": ({ store, org }) => store.reviews.rules(org),
  "findings.stands": async ({ store, org, theirs }) =>
    (await store.findings.stands(org, theirs.recipient.attestation.id))[0],
  "findings.copiedFiles": async ({ store, org, theirs }) =>
    (await store.findings.copiedFiles(org, signedOf(theirs)))[0],
  "findings.copiedTexts": async ({ store, org, theirs }) =>
    (await store.findings.copiedTexts(org, signedOf(theirs)))[0],
  "colleagues.list": async ({ store, org, theirs }) =>
    (await store.colleagues.list(org, theirs.recipient.attestation.id))[0],
  "colleagues.get": ({ store, org }) => store.colleagues.get(org, "colleague-of-theirs"),
  "colleagues.bySession": ({ store, org }) => store.colleagues.bySession(org, "colleague-session-of-theirs"),
  "colleagues.answers": async ({ store, org, theirs }) =>
    (await store.colleagues.answers(org, theirs.recipient.attestation.id))[0],
  "actions.get": ({ store, org }) => store.actions.get(org, "action-of-theirs"),
  "actions.list": async ({ store, org, theirs }) =>
    (await store.actions.list(org, actionsOf(theirs), { skip: 0, most: 9 }))[0],
  "actions.counts": async ({ store, org, theirs }) =>
    (await store.actions.counts(org, actionsOf(theirs))).all || undefined,
  "actions.ofAttestation": async ({ store, org, theirs }) =>
    (await store.actions.ofAttestation(org, theirs.recipient.attestation.id))[0],
  "actions.entries": async ({ store, org }) => (await store.actions.entries(org, "action-of-theirs"))[0],
  "actions.planned": async ({ store, org, theirs }) =>
    (await store.actions.planned(org, theirs.recipient.supplier.id))[0],
  "actions.lapsed": async ({ store, org }) => (await store.actions.lapsed(org, { today: "2026-03-02", most: 9 }))[0],
  "actions.toRemind": async ({ store, org }) =>
    (await store.actions.toRemind(org, { today: "2026-03-02", most: 9 }))[0],
  "help.get": ({ store, org }) => store.help.get(org, "help-of-theirs"),
  "help.messages": async ({ store, org, theirs }) =>
    (await store.help.messages(org, theirs.recipient.attestation.id))[0],
  "help.open": async ({ store, org }) => (await store.help.open(org, { most: 9 }))[0],
  "help.countOpen": async ({ store, org }) => (await store.help.countOpen(org)) || undefined,
  "returns.questions": async ({ store, org, theirs }) =>
    (await store.returns.questions(org, theirs.recipients[2]?.attestation.id ?? ""))[0],
  "returns.sent": async ({ store, org, theirs }) =>
    (await store.returns.sent(org, theirs.recipients[2]?.attestation.id ?? ""))[0],
  "returns.get": ({ store, org }) => store.returns.get(org, "return-of-theirs"),
  "returns.counts": async ({ store, org }) => (await store.returns.counts(org)).waiting || undefined,
  "returns.open": async ({ store, org }) => (await store.returns.open(org, { state: "waiting", most: 9 }))[0],
  "approvals.newest": ({ store, org, theirs }) => store.approvals.newest(org, theirs.recipient.attestation.id),
  "approvals.get": ({ store, org }) => store.approvals.get(org, "approver-of-theirs"),
  "persons.colleague": async ({ store, org }) => (await store.persons.colleague(org, "colleague-of-theirs"))[0],
  "attestations.standIns": async ({ store, org, theirs }) =>
    (await store.attestations.standIns(org, theirs.recipient.attestation.id))[0],
  "evidence.list": async ({ store, org, theirs }) =>
    (await store.evidence.list(org, theirs.recipient.attestation.id))[0],
  "evidence.room": ({ store, org, theirs: { recipient } }) =>
    store.evidence.room({
      org,
      attestation: recipient.attestation.id,
      question: "E1",
      bytes: 0,
      limits: { files: 1, bytes: 1, everBytes: 1 },
    }),
  "evidence.bytesOf": async ({ store, org }) => (await store.evidence.bytesOf(org)) || undefined,
  "evidence.get": ({ store, org }) => store.evidence.get(org, "evidence-of-theirs"),
  "ratings.history": async ({ store, org, theirs }) =>
    (await store.ratings.history(org, theirs.recipient.supplier.id))[0],
  "times.get": ({ store, org }) => store.times.get({ org, questionnaire: "forced-labour", version: 1 }),
  "times.versions": async ({ store, org }) => (await store.times.versions(org))[0],
  "times.signed": async ({ store, org }) =>
    (await store.times.signed({ org, questionnaire: "forced-labour", version: 1 }, 9))[0],
  "ratings.made": async ({ store, org }) => (await store.ratings.made(org, {}, { most: 9 }))[0],
  "ratings.figures": async ({ store, org }) => (await store.ratings.figures(org, { most: 9 }))[0],
  "ratings.mark": async ({ store, org }) => {
    const mark = await store.ratings.mark(org);
    return mark === "0 0 0 0" ? undefined : mark;
  },
  "ratings.ofAttestation": ({ store, org, theirs: { recipient } }) =>
    store.ratings.ofAttestation(org, recipient.supplier.id, recipient.attestation.id),
  "ratings.newest": async ({ store, org, theirs }) =>
    (await store.ratings.newest(org, [theirs.recipient.supplier.id]))[0],
  "ratings.latest": ({ store, org, theirs }) => store.ratings.latest(org, theirs.recipient.supplier.id),
  "ratedAnswers.rated": async ({ store, org }) => (await store.ratedAnswers.rated(org)).all || undefined,
  "ratedAnswers.ids": async ({ store, org }) =>
    (await store.ratedAnswers.ids(org, { ...view, page: 1, pageSize: 9 }))[0],
  "ratedAnswers.after": async ({ store, org }) => (await store.ratedAnswers.after(org, { most: 9 }))[0],
  "ratedAnswers.of": async ({ store, org, theirs }) =>
    (
      await store.ratedAnswers.of(
        org,
        theirs.recipients.map(({ supplier }) => supplier.id),
      )
    )[0],
  "apiKeys.list": async ({ store, org }) => (await store.apiKeys.list(org))[0],
  "reviews.after": async ({ store, org }) => (await store.reviews.after(org, { state: "open" }, { most: 9 }))[0],
  "actions.after": async ({ store, org, theirs }) =>
    (await store.actions.after(org, actionsOf(theirs), { most: 9 }))[0],
  "savedViews.list": async ({ store, org, theirs }) =>
    (await store.savedViews.list(org, { user: theirs.admin.id, most: 9 }))[0],
  "savedViews.first": ({ store, org, theirs }) => store.savedViews.first(org, theirs.admin.id),
  "trials.list": async ({ store, org }) => (await store.trials.list(org))[0],
  "trials.get": ({ store, org }) => store.trials.get(org, "trial-of-theirs"),
  "suppliers.ratedWith": async ({ store, org }) => (await store.suppliers.ratedWith(org, view))[0],
  "ownRules.list": async ({ store, org }) => (await store.ownRules.list(org))[0],
  "ownRules.get": ({ store, org }) => store.ownRules.get(org, "rules-of-theirs"),
  "ownRules.published": async ({ store, org }) => (await store.ownRules.published(org))[0],
  "ownRules.inForce": async ({ store, org }) => (await store.ownRules.inForce(org))[0],
  "reratings.list": async ({ store, org }) => (await store.reratings.list(org))[0],
  "reratings.get": ({ store, org }) => store.reratings.get(org, "rerating-of-theirs"),
  "reratings.count": async ({ store, org }) => (await store.reratings.count(org, anyScope)) || undefined,
  "reratings.due": async ({ store, org }) => (await store.reratings.due(org, anyScope, { after: "", most: 9 }))[0],
  "reratings.movers": async ({ store, org }) => (await store.reratings.movers(org, "rerating-of-theirs", 9))[0],
  "reratings.moverIds": async ({ store, org }) => (await store.reratings.moverIds(org, "rerating-of-theirs"))[0],
  "reratings.moversOf": async ({ store, org, theirs }) => {
    const suppliers = theirs.recipients.map(({ supplier }) => supplier.id);
    return (await store.reratings.moversOf(org, "rerating-of-theirs", suppliers))[0];
  },
  "ownEditions.list": async ({ store, org }) => (await store.ownEditions.list(org))[0],
  "ownEditions.get": ({ store, org }) => store.ownEditions.get(org, "edition-of-theirs"),
  "retention.terms": async ({ store, org }) => Object.keys(await store.retention.terms(org))[0],
  "retention.holds": async ({ store, org }) => (await store.retention.holds(org))[0],
  "retention.holds, of a supplier": async ({ store, org, theirs }) =>
    (await store.retention.holds(org, theirs.recipients[1]?.supplier.id))[0],
  "retention.oldest": ({ store, org }) => store.retention.oldest(org, "unsent"),
  "retention.count": async ({ store, org }) =>
    (await store.retention.count(org, "unsent", hoursLater(10_000))) || undefined,
  "retention.due": async ({ store, org }) =>
    (await store.retention.due(org, { kind: "unsent", until: hoursLater(10_000), most: 10 }))[0],
  "retention.removals": async ({ store, org, theirs }) =>
    (
      await store.retention.removals(
        org,
        theirs.recipients.map(({ attestation }) => attestation.id),
      )
    )[0],
  "signingCodes.newest": ({ store, org, theirs }) => store.signingCodes.newest(org, theirs.recipient.attestation.id),
  "signingCodes.get": ({ store, org }) => store.signingCodes.get(org, "code-of-theirs"),
  "inboundMails.list": async ({ store, org }) => (await store.inboundMails.list(org, page)).rows[0],
  "inboundMails.mailOf": ({ store, org, theirs }) => store.inboundMails.mailOf(org, [theirs.recipient.mail.messageId]),
  "inboundMails.stopped": async ({ store, org, theirs }) =>
    [...(await store.inboundMails.stopped(org, [theirs.recipient.contact.id]))][0],
  "inboundMails.stateOf": ({ store, org, theirs }) => store.inboundMails.stateOf(org, theirs.recipient.contact.id),
  "mails.list": async ({ store, org }) => (await store.mails.list(org, page)).rows[0],
  "mails.get": ({ store, org, theirs }) => store.mails.get(org, theirs.recipient.mail.id),
  "mails.about": async ({ store, org, theirs }) =>
    (await store.mails.about(org, { invitations: [theirs.recipient.invitation.id], most: 10 }))[0],
  "mails.countWaiting": async ({ store, org }) => (await store.mails.countWaiting(org)) || undefined,
  "mails.waiting": async ({ store, org, theirs }) =>
    (await store.mails.waiting(org, { ids: [theirs.recipient.mail.id], attempts: 0 }))[0],
  "jobs.get": ({ store, org }) => store.jobs.get(org, "count", "job-of-theirs"),
  "audit.trail": async ({ store, org, theirs }) =>
    (await store.audit.trail(org, { subjects: [theirs.recipient.attestation.id, "organisation-0"], most: 10 }))[1],
};

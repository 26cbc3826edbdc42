import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { smtpMailer } from "#app/adapters/smtp-mailer.server";
import { openStore } from "#db/index";
import { openWriter } from "#db/sqlite/connection";
import { migrate, migrations } from "#db/sqlite/migrate";
import { indexNames } from "#db/tables/suppliers/supplier-indexes";
import { supplierSorts } from "#terms/suppliers/supplier-sorts";
import { testContext } from "#tests/support/context";
import { aCampaign, aLaunch, anEvent, now } from "#tests/support/factories";
import { doJobs } from "#tests/support/jobs";
import { startMailServer } from "#tests/support/mail-server";
import { aNewRating, aRating } from "#tests/support/ratings";
import { launch } from "#tests/support/world";

const folder = mkdtempSync(join(tmpdir(), "avow-older-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** The mails of a database in which each had its own lease. */
const mailsAsBefore = `ALTER TABLE mails ADD COLUMN due_at INTEGER NOT NULL DEFAULT 0;
  CREATE INDEX mails_due ON mails (state, due_at);`;

test("mails that waited and a launch that went on in an older database are gone on with as jobs", async () => {
  const file = join(folder, "mails.sqlite");
  const server = await startMailServer();
  const mailer = smtpMailer(server.url, { needsTls: false });
  const scene = { ...(await testContext()), store: await openStore(`file:${file}`), mailer };
  const world = await launch(scene.store, { suppliers: 4 });
  const org = world.organisation.id;
  const [waiting, tried, interrupted, sent] = world.recipients.map(({ mail }) => mail.id);
  const campaign = aCampaign({ org });
  const chosen = world.recipients.map(({ supplier }) => supplier.id);
  await scene.store.campaigns.create({ campaign, suppliers: chosen, audit: anEvent() });
  const begun = { ...aLaunch({ org, campaign: campaign.id, invitations: 4 }), dueAt: campaign.dueAt, at: now };
  await scene.store.launches.begin({ ...begun, audit: anEvent() });
  await scene.store.close();

  const db = openWriter(file);
  db.exec(`${mailsAsBefore} DELETE FROM jobs; DELETE FROM migrations WHERE name LIKE '0008%';
    UPDATE mails SET due_at = ${now.getTime()};
    UPDATE mails SET due_at = ${now.getTime() + 3_600_000}, attempts = 3 WHERE id = '${tried}';
    UPDATE mails SET state = 'sending', attempts = 1 WHERE id = '${interrupted}';
    UPDATE mails SET state = 'sent', attempts = 1 WHERE id = '${sent}';`);
  migrate(db, migrations);
  db.close();

  const ctx = { ...scene, store: await openStore(`file:${file}`) };
  expect(await ctx.store.mails.get(org, interrupted ?? "")).toMatchObject({ state: "queued", attempts: 1 });
  await doJobs(ctx);
  const invited = await ctx.store.campaigns.recipients(org, campaign.id, { page: 1, pageSize: 10, now });
  expect(invited.rows.map(({ lastMail }) => lastMail?.state)).toEqual(["sent", "sent", "sent", "sent"]);
  expect((await ctx.store.launches.get(org, campaign.id))?.endedAt).toEqual(now);
  const messages = () => server.received.map(({ mail }) => mail.messageId);
  const messageOf = (id: string | undefined) => `<${id}@avow.example>`;
  expect(messages()).toHaveLength(6);
  expect(messages()).toEqual(expect.arrayContaining([messageOf(waiting), messageOf(interrupted)]));
  expect(messages()).not.toContain(messageOf(tried));
  scene.later(1);
  await doJobs(ctx);
  expect(messages()).toHaveLength(7);
  expect(messages()).toContain(messageOf(tried));
  expect(messages()).not.toContain(messageOf(sent));
  await ctx.store.close();
  mailer.close();
  await server.close();
});

const supplierIndexes = supplierSorts.map((sort) => indexNames[sort]);
/** What documents, accounts and the trail got later. */
const laterColumns = [
  ["evidence", "scanned_at"],
  ["team_sessions", "last_seen_at"],
  ["team_sessions", "address"],
  ["team_sessions", "agent"],
  ["supplier_sessions", "stand_in"],
  ["answers", "stand_in"],
  ["audit_events", "actor_id"],
  ["audit_events", "address"],
  ["audit_events", "agent"],
  ["campaigns", "offered"],
  ["campaigns", "shares_results"],
  ["campaigns", "schedule"],
  ["invitations", "remind_at"],
  ["invitations", "round"],
  ["mails", "round"],
  ["users", "reads_north_korea"],
  ["ratings", "cause"],
  ["ratings", "given"],
  ["ratings", "sector"],
] as const;

/** What is expected before answers, the sector, the countries of sites, what the team marked suppliers with, and their contacts. */
const newColumns = [
  "owner",
  "tag_set",
  "contact_search",
  "is_archived",
  "archived_at",
  "archived_by",
  "sector",
  "site_countries",
  "expected",
  "expected_band",
  "expected_risk",
  "expected_basis",
];
/** Of the sorts that there were, on whatever: they are made anew. */
const oldIndexes = supplierIndexes
  .filter((name) => name !== "suppliers_by_expected" && name !== "suppliers_by_band")
  .map((name) => `CREATE INDEX ${name} ON suppliers (org);`)
  .join(" ");

/** Tables whose rows went in no way at all before there were removals. */
const appendOnly = ["answers", "ratings", "declarations", "evidence", "audit_events"];
const neverDeleted = (table: string) => `${table}_${table === "evidence" ? "is" : "are"}_never_deleted`;

test("what newer versions keep beside a record is filled in for the records of older ones", async () => {
  const file = join(folder, "avow.sqlite");
  const store = await openStore(`file:${file}`);
  const world = await launch(store, { suppliers: 3 });
  const org = world.organisation.id;
  const [held, flagged] = world.recipients;
  if (!held || !flagged) throw new Error("three were asked");
  const floor = { band: "critical", reasons: [{ question: "E1", rule: "sends-workers", disclosed: false }] } as const;
  const ratings = [
    aNewRating({
      attestation: held.attestation.id,
      supplier: held.supplier.id,
      rating: aRating({ band: "critical", scoreBand: "low", floor: { ...floor, reasons: [...floor.reasons] } }),
      driver: { code: "E1", rule: "sends-workers", floor: true },
      tiers: ["MM", "VN", "PT"].map((country) => ({ country, tier: "3" })),
    }),
    aNewRating({
      attestation: flagged.attestation.id,
      supplier: flagged.supplier.id,
      driver: { code: "C", rule: "country", points: 42.5, floor: false },
    }),
  ];
  for (const rating of ratings) await store.ratings.add({ ...rating, org, audit: anEvent() });
  await store.close();

  const db = openWriter(file);
  const kept = () => [
    db
      .prepare(
        "SELECT id, held, driver_rule, rule_set, edition, questionnaire, site_countries, contact_search FROM suppliers ORDER BY id",
      )
      .all(),
    db.prepare("SELECT * FROM rating_figures ORDER BY supplier").all(),
    db.prepare("SELECT id, rule_set, edition FROM ratings ORDER BY id").all(),
    db.prepare("SELECT id, number FROM invitations ORDER BY id").all(),
    db.prepare("SELECT band, suppliers FROM supplier_counts WHERE org = ? AND suppliers > 0 ORDER BY band").all(org),
  ];
  const before = kept();
  // One of them had signed: in the older database nobody reviewed it.
  db.exec(`UPDATE attestations SET state = 'submitted', submitted_at = 1 WHERE id = '${held.attestation.id}';`);
  db.exec(`DROP TABLE rating_figures; DROP TABLE action_entries; DROP TABLE actions; DROP INDEX suppliers_site_countries; DROP INDEX suppliers_peers; DROP TRIGGER voids_are_never_changed; DROP TRIGGER voids_are_never_deleted;
     DROP TABLE reviews; DROP TABLE decisions; DROP TABLE review_rules;
    DROP TABLE voids; DROP TABLE retention_rules; DROP TABLE legal_holds;
    ${appendOnly.map((table) => `DROP TRIGGER ${neverDeleted(table)};`).join(" ")} DROP TABLE removals; DROP TABLE document_rules;
    DROP TABLE colleagues; ALTER TABLE supplier_sessions DROP COLUMN colleague; ALTER TABLE answers DROP COLUMN colleague;
    ALTER TABLE mails DROP COLUMN colleague; ALTER TABLE mails DROP COLUMN help; DROP TABLE help_messages; DROP TABLE approvals;
    DROP TABLE saved_views; DROP TABLE tags; DROP TABLE trials; DROP TABLE own_editions; DROP TABLE own_rule_sets; DROP TABLE rules_in_force; DROP TABLE reratings;
    DROP INDEX ratings_made; ALTER TABLE ratings DROP COLUMN rule_set; ALTER TABLE ratings DROP COLUMN edition;
    DROP INDEX ratings_rerating; DROP INDEX suppliers_by_rules; ALTER TABLE ratings DROP COLUMN rerating; ALTER TABLE ratings DROP COLUMN moved;
    DROP TABLE api_answers; DROP TABLE api_keys;
    DROP TABLE stands; DROP TABLE text_marks; DROP TABLE answering_times; ALTER TABLE answers DROP COLUMN carried;
    ALTER TABLE evidence DROP COLUMN first_received_at;
    ALTER TABLE users DROP COLUMN erased_at; ALTER TABLE contacts DROP COLUMN erased_at;
    ALTER TABLE invitations DROP COLUMN declined_reason; ALTER TABLE invitations DROP COLUMN declined_hint;
    ALTER TABLE evidence DROP COLUMN held_for; ALTER TABLE evidence DROP COLUMN released_at;
    ALTER TABLE evidence DROP COLUMN released_by;
    ALTER TABLE evidence DROP COLUMN about; ALTER TABLE evidence DROP COLUMN file;
    DROP TABLE returned_questions; DROP TABLE returns; DROP INDEX invitations_once;
    DROP INDEX invitations_remind; DROP INDEX invitations_reminded; DROP INDEX mails_round;
    DROP INDEX invitations_listed; ALTER TABLE invitations DROP COLUMN number; ALTER TABLE invitations DROP COLUMN correction;
    CREATE UNIQUE INDEX invitations_once ON invitations (org, campaign, supplier);
    ALTER TABLE suppliers DROP COLUMN held; ALTER TABLE suppliers DROP COLUMN driver_rule;
    DROP TRIGGER suppliers_are_counted; DROP TRIGGER suppliers_are_counted_anew; DROP TRIGGER suppliers_are_not_counted;
    DROP TABLE installation; DROP TABLE jobs; DROP TABLE request_counts; DROP TABLE sign_in_tries; DROP TABLE mail_holds;
    DROP TABLE signing_codes; DROP TABLE contact_states; DROP TABLE inbound_mails;
    DROP TABLE supplier_counts; DROP TABLE launches;
    DROP TABLE joinings; DROP TABLE password_resets; DROP TABLE second_factors; DROP TABLE recovery_codes;
    DROP TABLE access_rules; DROP TABLE attempt_counts; DROP INDEX team_sessions_of_user;
    DROP INDEX audit_events_actor; DROP INDEX audit_events_action; DROP INDEX audit_events_at;
    ${laterColumns.map(([table, name]) => `ALTER TABLE ${table} DROP COLUMN ${name};`).join(" ")}
    ALTER TABLE suppliers DROP COLUMN rule_set; ALTER TABLE suppliers DROP COLUMN edition;
    ALTER TABLE suppliers DROP COLUMN questionnaire;
    ${supplierIndexes.map((name) => `DROP INDEX ${name};`).join(" ")}
    ${newColumns.map((name) => `ALTER TABLE suppliers DROP COLUMN ${name};`).join(" ")}
    ${oldIndexes}
    DROP INDEX mails_invitation;
    ${mailsAsBefore}
    ${appendOnly.map((table) => `CREATE TRIGGER ${neverDeleted(table)} BEFORE DELETE ON ${table} BEGIN SELECT 1; END;`).join(" ")}
    DELETE FROM migrations WHERE name > '0003'`);
  migrate(db, migrations);
  expect(kept()).toEqual(before);
  const reviewed =
    "SELECT attestation, supplier, state, rank, opened_at, floors, findings, files, waiting FROM reviews";
  expect(db.prepare(reviewed).all()).toEqual([
    {
      ...{ attestation: held.attestation.id, supplier: held.supplier.id, state: "open", rank: 0, opened_at: 1 },
      ...{ floors: 1, findings: 0, files: 0, waiting: 0 },
    },
  ]);
  expect(before[0]).toContainEqual({
    id: held.supplier.id,
    held: 1,
    driver_rule: "sends-workers",
    rule_set: "standard-2026.1",
    edition: "tip-2025",
    questionnaire: "forced-labour@1",
    site_countries: "|MM|PT|",
    contact_search: `tran thi mai\n${held.contact.email}`,
  });
  expect(before[1]).toContainEqual(
    expect.objectContaining({
      ...{ supplier: held.supplier.id, band: "critical", score: 30, questionnaire: "forced-labour@1" },
      lines: '[["inherent","C",42.5],["floor","E1",0]]',
    }),
  );
  expect(before[4]).toEqual([
    { band: -1, suppliers: 1 },
    { band: 1, suppliers: 1 },
    { band: 3, suppliers: 1 },
  ]);
  db.close();
});

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { openStore } from "#db/index";
import { openWriter } from "#db/sqlite/connection";
import { migrate, migrations } from "#db/sqlite/migrate";
import { anEvent } from "#tests/support/factories";
import { aNewRating, aRating } from "#tests/support/ratings";
import { launch } from "#tests/support/world";

const folder = mkdtempSync(join(tmpdir(), "avow-older-"));
afterAll(() => rmSync(folder, { recursive: true }));

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
    db.prepare("SELECT id, held, driver_rule, rule_set, edition, questionnaire FROM suppliers ORDER BY id").all(),
    db.prepare("SELECT id, number FROM invitations ORDER BY id").all(),
    db.prepare("SELECT band, suppliers FROM supplier_counts WHERE org = ? AND suppliers > 0 ORDER BY band").all(org),
  ];
  const before = kept();
  db.exec(`DROP INDEX invitations_listed; ALTER TABLE invitations DROP COLUMN number;
    ALTER TABLE suppliers DROP COLUMN held; ALTER TABLE suppliers DROP COLUMN driver_rule;
    DROP TRIGGER suppliers_are_counted; DROP TRIGGER suppliers_are_counted_anew; DROP TRIGGER suppliers_are_not_counted;
    DROP TABLE jobs; DROP TABLE request_counts; DROP TABLE sign_in_tries;
    DROP TABLE supplier_counts; DROP TABLE launches;
    ALTER TABLE suppliers DROP COLUMN rule_set; ALTER TABLE suppliers DROP COLUMN edition;
    ALTER TABLE suppliers DROP COLUMN questionnaire;
    DELETE FROM migrations WHERE name > '0003'`);
  migrate(db, migrations);
  expect(kept()).toEqual(before);
  expect(before[0]).toContainEqual({
    id: held.supplier.id,
    held: 1,
    driver_rule: "sends-workers",
    rule_set: "standard-2026.1",
    edition: "tip-2025",
    questionnaire: "forced-labour@1",
  });
  expect(before[2]).toEqual([
    { band: -1, suppliers: 1 },
    { band: 1, suppliers: 1 },
    { band: 3, suppliers: 1 },
  ]);
  db.close();
});

import { readFileSync } from "node:fs";
import { withEvidence } from "#app/services/answers/evidence-answers";
import { Sqlite } from "#db/sqlite/driver";
import type { Store } from "#db/store";
import type { Answers } from "#questionnaires/answers";
import { readAnswerFile } from "#scoring/answer-files/answer-file";
import { rate } from "#scoring/rate";
import { bands } from "#terms/bands";
import { type BigOrganisation, fillSuppliers } from "./supplier-world";

/** Answer sets that are real, in countries of every tier; of one a supplier in 2020 has workers from North Korea. */
const files = ["worked-2026.2", "worked-2026.2", "worked-2026.2", "worked-dprk-2026.2"] as const;
const places = ["CN", "VN", "PT", "BD", "TR", "MY", "TH", "KH", "MX", "IN"];
const day = "2026-11-22";

/** Ten kinds of suppliers, each with its answers and what they are rated. */
function kinds() {
  return places.map((place, at) => {
    const file = readFileSync(`scoring/examples/${files[at % files.length]}.json`, "utf8");
    const input = readAnswerFile(file.replaceAll('"CN"', `"${place}"`), day);
    const answers: Answers = withEvidence({ answers: input.answers, evidence: {} });
    return { answers, rating: rate({ ...input, answers }) };
  });
}

/**
 * The same organisation as for the table, where every rated supplier has answers that its rating was made from. Written straight:
 * 100,000 journeys would take an hour.
 */
export async function fillRatedSuppliers(store: Store, file: string, howMany: number): Promise<BigOrganisation> {
  const world = await fillSuppliers(store, file, howMany);
  const db = new Sqlite(file);
  db.pragma("foreign_keys = OFF");
  db.exec("CREATE TEMP TABLE kinds (kind INT, band INT, score REAL, rating TEXT)");
  db.exec("CREATE TEMP TABLE given (kind INT, question TEXT, answer TEXT, place INT)");
  const addKind = db.prepare("INSERT INTO kinds VALUES (?, ?, ?, ?)");
  const addAnswer = db.prepare("INSERT INTO given VALUES (?, ?, ?, ?)");
  const made = kinds();
  for (const [kind, { answers, rating }] of made.entries()) {
    addKind.run(kind, bands.indexOf(rating.band), rating.score, JSON.stringify(rating));
    for (const [place, [question, answer]] of Object.entries(answers).entries())
      addAnswer.run(kind, question, JSON.stringify(answer), place + 1);
  }
  const at = Date.parse(`${day}T10:00:00Z`);
  const rated = "FROM suppliers s JOIN kinds k ON k.kind = s.number % 10 WHERE s.org = @org AND s.band IS NOT NULL";
  const run = (sql: string) => db.prepare(sql).run({ ...world, at });
  db.transaction(() => {
    run(`INSERT INTO invitations (org, id, campaign, supplier, contact, generation, state, expires_at, created_at, number)
      SELECT s.org, 'i' || s.id, @campaign, s.id, 'nobody', 1, 'invited', @at, @at, s.number ${rated}`);
    run(`INSERT INTO attestations (org, id, invitation, reference, number, questionnaire, version, state, revision, submitted_at)
      SELECT s.org, 'a' || s.id, 'i' || s.id, 'R' || s.id, s.number, 'forced-labour', 2, 'submitted', 60, @at ${rated}`);
    run(`INSERT INTO answers (org, attestation, question, revision, attestation_revision, answer, saved_at)
      SELECT s.org, 'a' || s.id, g.question, 1, g.place, g.answer, @at
      FROM suppliers s JOIN given g ON g.kind = s.number % 10 WHERE s.org = @org AND s.band IS NOT NULL ORDER BY s.id, g.question`);
    run(`INSERT INTO ratings (org, id, supplier, position, attestation, created_at, rating)
      SELECT s.org, 'r' || s.id, s.id, 1, 'a' || s.id, @at, k.rating ${rated}`);
    run(`UPDATE suppliers SET rating = 'r' || id, attestation = 'a' || id, questionnaire = 'forced-labour@2', rule_set = 'standard-2026.2',
      edition = 'tip-2025', score = (SELECT score FROM kinds WHERE kind = number % 10), band = (SELECT band FROM kinds WHERE kind = number % 10)
      WHERE org = @org AND band IS NOT NULL`);
  })();
  db.close();
  return world;
}

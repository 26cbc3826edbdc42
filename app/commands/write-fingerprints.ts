import { writeFileSync } from "node:fs";
import { sha256 } from "#app/adapters/secrets.server";
import { fingerprintsOf } from "#questionnaires/fingerprints/fingerprints";
import { questionnaires } from "#questionnaires/index";

// Run before a version is published and for a new translation; never to silence the test about a published definition.
const file = new URL("../../questionnaires/fingerprints/published.json", import.meta.url);
const fingerprints = Object.fromEntries(questionnaires.map((one) => [one.key, fingerprintsOf(one, sha256)]));
writeFileSync(file, `${JSON.stringify(fingerprints, null, 2)}\n`);
process.stdout.write(`Wrote the fingerprints of ${Object.keys(fingerprints).join(", ")}\n`);

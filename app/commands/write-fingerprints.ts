import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { fingerprintsOf } from "#questionnaires/fingerprints";
import { questionnaires } from "#questionnaires/index";

// Before a version is published, and for a new translation. Never to silence the test about a published definition.
const sha256 = (text: string) => createHash("sha256").update(text, "utf8").digest("hex");
const file = new URL("../../questionnaires/fingerprints.json", import.meta.url);
const fingerprints = Object.fromEntries(questionnaires.map((one) => [one.key, fingerprintsOf(one, sha256)]));
writeFileSync(file, `${JSON.stringify(fingerprints, null, 2)}\n`);
process.stdout.write(`Wrote the fingerprints of ${Object.keys(fingerprints).join(", ")}\n`);

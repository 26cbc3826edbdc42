import { writeFileSync } from "node:fs";
import { sha256 } from "#app/adapters/secrets.server";
import { fingerprint } from "#questionnaires/fingerprints/canonical-json";
import { fingerprintsOf } from "#questionnaires/fingerprints/fingerprints";
import { questionnaires } from "#questionnaires/index";
import { ruleSets } from "#scoring/rulesets/index";

// Run before a version or a rule set is published and for a new translation; never to silence the test about a published one.
write(
  "questionnaires/fingerprints/published.json",
  questionnaires.map((one) => [one.key, fingerprintsOf(one, sha256)]),
);
write(
  "scoring/rulesets/fingerprints.json",
  ruleSets.map(({ id, definition, words }) => [
    id,
    {
      fingerprint: fingerprint(definition, sha256),
      words: Object.fromEntries([...words].map(([language, own]) => [language, fingerprint(own, sha256)])),
    },
  ]),
);

function write(file: string, fingerprints: readonly (readonly [name: string, recorded: unknown])[]): void {
  const recorded = Object.fromEntries(fingerprints);
  writeFileSync(new URL(`../../${file}`, import.meta.url), `${JSON.stringify(recorded, null, 2)}\n`);
  process.stdout.write(`Wrote the fingerprints of ${Object.keys(recorded).join(", ")} to ${file}\n`);
}

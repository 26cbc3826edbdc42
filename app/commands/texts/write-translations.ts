import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { sha256 } from "#app/adapters/secrets.server";
import { defaultLanguage } from "#app/i18n/languages";
import { textsByKey } from "#app/i18n/texts/missing-texts";
import { readTranslationRecords, recordTranslations } from "#app/i18n/translations/translation-records";

// Run after texts of the interface or of mails were translated: write-translations.ts WHO-WROTE-THEM. It never makes a stale translation look fresh: one counts as
// written anew only when its own words changed.
const locales = new URL("../../i18n/locales/", import.meta.url);
const hash = (text: string) => sha256(text).slice(0, 12);
const english = textsIn(defaultLanguage);
const by = process.argv[2];
if (!by) throw new Error("Say who wrote what is new: write-translations.ts WHO");

for (const language of readdirSync(locales).filter((tag) => tag !== defaultLanguage)) {
  const file = new URL(`../translations/${language}.json`, locales);
  const before = existsSync(file) ? readTranslationRecords(JSON.parse(readFileSync(file, "utf8"))) : {};
  const lines = Object.entries(recordTranslations(english, textsIn(language), before, { by, hash })).map(
    ([key, { status, by, of, is }]) =>
      `  ${JSON.stringify(key)}: { "status": "${status}", "by": ${JSON.stringify(by)}, "of": "${of}", "is": "${is}" }`,
  );
  writeFileSync(file, `{\n${lines.join(",\n")}\n}\n`);
  process.stdout.write(`Wrote what is known of ${lines.length} texts in ${language}\n`);
}

/** The texts of a language by namespace and key, as the interface and the mails have them. */
function textsIn(language: string): ReadonlyMap<string, string> {
  const names = readdirSync(new URL(`${language}/`, locales)).filter((name) => name.endsWith(".json"));
  return new Map(
    names.flatMap((name) => {
      const texts = textsByKey(JSON.parse(readFileSync(new URL(`${language}/${name}`, locales), "utf8")));
      return [...texts].map(([key, text]): [string, string] => [`${name.replace(/\.json$/, "")}:${key}`, text]);
    }),
  );
}

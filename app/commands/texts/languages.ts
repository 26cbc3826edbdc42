import { parse } from "csv-parse/sync";
import { sha256 } from "#app/adapters/secrets.server";
import { defaultLanguage, languages } from "#app/i18n/languages";
import { interfaceTexts } from "#app/i18n/translations/interface-states";
import { languageReport } from "#app/services/languages/language-report";
import { questionnaires } from "#questionnaires/index";
import { termPlaces, termsOf } from "#questionnaires/texts/terms";

// `npm run -s languages`: one JSON object a line, how far every text that a supplier can meet is in each language. With
// `-- --terms` instead: each place of the questionnaire and of the interface where a term of the glossary is said otherwise.
const newest = questionnaires.at(-1);
if (newest === undefined) throw new Error("There is no questionnaire");
const tags = languages.map(({ tag }) => tag);
const lines = process.argv.includes("--terms")
  ? tags.flatMap(placesIn)
  : tags.map((tag) => languageReport(newest, tag, sha256));
for (const line of lines) process.stdout.write(`${JSON.stringify(line)}\n`);

function placesIn(language: string) {
  const files = import.meta.glob<string>("../../../questionnaires/forced-labour/glossary.csv", {
    eager: true,
    import: "default",
    query: "?raw",
  });
  const rows: string[][] = parse(Object.values(files)[0] ?? "");
  const textsIn = (tag: string) => new Map([...(newest?.texts.get(tag)?.strings ?? []), ...interfaceTexts(tag)]);
  if (language === defaultLanguage) return [];
  const places = termPlaces(termsOf(rows, language), textsIn(defaultLanguage), textsIn(language));
  return places.map((place) => ({ language, ...place }));
}

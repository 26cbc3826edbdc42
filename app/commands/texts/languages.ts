import { sha256 } from "#app/adapters/secrets.server";
import { languages } from "#app/i18n/languages";
import { languageReport } from "#app/services/languages/language-report";
import { questionnaires } from "#questionnaires/index";

// `npm run -s languages`: one JSON object a line, how far every text that a supplier can meet is in each language.
const newest = questionnaires.at(-1);
if (newest === undefined) throw new Error("There is no questionnaire");
for (const { tag } of languages) process.stdout.write(`${JSON.stringify(languageReport(newest, tag, sha256))}\n`);

import { writeFileSync } from "node:fs";
import { questionnaireJsonSchema } from "#questionnaires/json-schema";

const file = new URL("../../questionnaires/questionnaire.schema.json", import.meta.url);
writeFileSync(file, questionnaireJsonSchema());
process.stdout.write("Wrote questionnaires/questionnaire.schema.json\n");

import { z } from "zod";
import { Questionnaire } from "./definition";

/** The JSON Schema (draft 2020-12) of a questionnaire file, as text, so that editors can complete and check one. */
export function questionnaireJsonSchema(): string {
  return `${JSON.stringify(z.toJSONSchema(Questionnaire, { io: "input", reused: "ref" }), null, 2)}\n`;
}

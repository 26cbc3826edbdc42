import { z } from "zod";
import { choiceSchema, choiceTest, choiceTexts, isOffered, parseUnsure } from "./choice";
import { filledValues, type PartOf, type PartType } from "./part-type";

/** More cannot be chosen, whatever list the options come from. */
const most = 200;

/** Any number of options: checkboxes. An exclusive one stands alone. */
export const multipleChoice: PartType<PartOf<"many">> = {
  type: "many",
  read(part, name, fields, context) {
    const typed = [...new Set(filledValues(fields, name))];
    const [first] = typed;
    if (first === undefined) return {};
    const unsure = typed.map(parseUnsure).find((kind) => kind !== undefined);
    if (unsure !== undefined) {
      return typed.length === 1 ? { unsure } : { errors: [{ field: name, code: "unsure-and-value" }] };
    }
    if (typed.length > most || !typed.every((id) => isOffered(part, id, context))) {
      return { errors: [{ field: name, code: "unknown-option" }] };
    }
    if (typed.length > 1 && typed.some((id) => part.exclusive?.includes(id))) {
      return { errors: [{ field: name, code: "exclusive" }] };
    }
    return { value: part.options?.filter((id) => typed.includes(id)) ?? typed };
  },
  schema: (part) => z.array(choiceSchema(part)).min(1).max(most),
  sanitize(part) {
    const fits = choiceTest(part);
    return (value, sites) => {
      if (!Array.isArray(value) || value.length === 0 || value.length > most) return undefined;
      if (value.every((id) => fits(id, sites))) return value;
      const kept = value.filter((id) => fits(id, sites));
      return kept.length > 0 ? kept : undefined;
    };
  },
  summary: (part, value) => ({ kind: "options", ids: value as readonly string[], list: part.list, also: part.also }),
  texts: choiceTexts,
};

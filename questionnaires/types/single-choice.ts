import { choiceSchema, choiceTest, choiceTexts, isOffered, parseUnsure } from "./choice";
import { filledValues, type PartOf, type PartType } from "./part-type";

/** One of several options: radio buttons, or a list to choose from. */
export const singleChoice: PartType<PartOf<"one">> = {
  type: "one",
  read(part, name, fields, context) {
    const [id, ...more] = new Set(filledValues(fields, name));
    if (id === undefined) return {};
    const unsure = parseUnsure(id);
    if (more.length === 0 && unsure !== undefined) return { unsure };
    const known = more.length === 0 && isOffered(part, id, context);
    return known ? { value: id } : { errors: [{ field: name, code: "unknown-option" }] };
  },
  schema: choiceSchema,
  sanitize(part) {
    const fits = choiceTest(part);
    return (value, sites) => (fits(value, sites) ? value : undefined);
  },
  summary: (part, value) => ({ kind: "options", ids: [String(value)], list: part.list, also: part.also }),
  texts: choiceTexts,
};

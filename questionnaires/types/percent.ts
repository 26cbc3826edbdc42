import { z } from "zod";
import { readNumber } from "./number";
import { filledValues, type PartOf, type PartType } from "./part-type";

const bounds = { min: 0, max: 100, decimals: 2 };

/** A share, 0 to 100. */
export const percent: PartType<PartOf<"percent">> = {
  type: "percent",
  read(_part, name, fields) {
    const typed = filledValues(fields, name).at(-1);
    return readNumber(
      typed
        ?.slice(0, 100)
        .replace(/[%\u066a\uff05]/u, " ")
        .trim(),
      name,
      bounds,
    );
  },
  schema: () => z.number().min(bounds.min).max(bounds.max),
  sanitize: () => (value) =>
    typeof value === "number" && value >= bounds.min && value <= bounds.max ? value : undefined,
  isComplete: () => true,
  summary: (_part, value) => ({ kind: "percent", value: Number(value) }),
  texts: () => ({ required: [], optional: [] }),
};

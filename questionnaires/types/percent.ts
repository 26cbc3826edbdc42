import { z } from "zod";
import { withoutInvisible } from "#terms/texts/typed-text";
import { readNumber } from "./number";
import { filledValues, type PartOf, type PartType } from "./part-type";

const bounds = { min: 0, max: 100, decimals: 2 };

/** Languages set the sign after the number or before it; anywhere else it makes two numbers. */
function withoutPercentSign(typed: string): string {
  const text = withoutInvisible(typed.slice(0, 100)).trim();
  return text.replace(/^[%\u066a\uff05]|[%\u066a\uff05]$/u, "");
}

/** A share, 0 to 100. */
export const percent: PartType<PartOf<"percent">> = {
  type: "percent",
  read(_part, name, fields) {
    const typed = filledValues(fields, name).at(-1);
    return readNumber(typed === undefined ? undefined : withoutPercentSign(typed), name, bounds);
  },
  schema: () => z.number().min(bounds.min).max(bounds.max),
  sanitize: () => (value) =>
    typeof value === "number" && value >= bounds.min && value <= bounds.max ? value : undefined,
  summary: (_part, value) => ({ kind: "percent", value: Number(value) }),
  texts: () => ({ required: [], optional: [] }),
};

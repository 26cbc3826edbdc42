import { z } from "zod";
import { Code } from "./figures";

/** What tells a name from a text that only fills a box. */
export const Names = z.strictObject({
  /** Texts that are no name, by script (ISO 15924) or language; compared by letters and digits alone. */
  placeholders: z.record(z.string(), z.array(z.string()).min(1)),
  /** Where the supplier's own names stand: nobody is their own partner. */
  own: z.array(z.strictObject({ question: Code, part: z.string() })),
});

export type Names = z.infer<typeof Names>;

/** Where outsourced steps name who does them. */
export const Partners = z.strictObject({
  question: Code,
  part: z.string(),
  name: z.string(),
  /** Columns without which a partner is not named. */
  needs: z.array(z.string()),
  /** A named partner that was not visited within so many months counts half. */
  visited: z.strictObject({ column: z.string(), months: z.int().min(1) }),
});
export type Partners = z.infer<typeof Partners>;

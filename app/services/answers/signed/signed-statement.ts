import * as z from "zod";

/** The statement of a signed document, as it was read by whoever signed it; undefined where the document holds none. */
export function statementIn(document: string) {
  return signedWords.safeParse(JSON.parse(document)).data?.statement;
}

const signedWords = z.object({
  statement: z.object({
    notice: z.string().optional(),
    opening: z.string(),
    clauses: z.array(z.object({ text: z.string(), lang: z.string() })),
  }),
});

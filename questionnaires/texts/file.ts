import { z } from "zod";

const Translation = z.strictObject({
  text: z.string(),
  /** `draft`: by machine; `reviewed`: by somebody who knows the language; `approved`: by somebody who knows the law too. */
  status: z.enum(["draft", "reviewed", "approved"]),
  /** First 12 hex digits of the SHA-256 of the source text that was translated. */
  of: z.string().regex(/^[0-9a-f]{12}$/),
  /** Who stands for it at that status, where it is somebody else than the file says. */
  by: z.string().min(1).max(120).optional(),
});
export type Translation = z.infer<typeof Translation>;

/** A file of texts: in the source language plain, in others with what is known about each translation. */
export const TextsFile = z.strictObject({
  $schema: z.string().optional(),
  language: z.string().min(2),
  /** From 1, which is meant where none is named. A later one says only what it says otherwise, or a language that is new. */
  revision: z.number().int().min(1).max(999).optional(),
  /** Who stands for the translations that do not say it themselves. */
  by: z.string().min(1).max(120).optional(),
  strings: z.record(z.string(), z.union([z.string(), Translation])),
});
export type TextsFile = z.infer<typeof TextsFile>;

/** Texts by key, as somebody reads them. An empty text is none. */
export function plainTexts(file: TextsFile): ReadonlyMap<string, string> {
  const entries = Object.entries(file.strings).map(
    ([key, entry]) => [key, typeof entry === "string" ? entry : entry.text] as const,
  );
  return new Map(entries.filter(([, text]) => text !== ""));
}

import * as z from "zod";
import { countedKey } from "#app/i18n/texts/missing-texts";

/**
 * What is known of one translation: who stands for it (`draft`: nobody yet; `reviewed`: somebody who knows the language;
 * `approved`: somebody who knows the law too), and the first 12 hex digits of the SHA-256 of the English text that was
 * translated and of the translation itself.
 */
const TranslationRecord = z.strictObject({
  status: z.enum(["draft", "reviewed", "approved"]),
  of: z.string().regex(/^[0-9a-f]{12}$/),
  is: z.string().regex(/^[0-9a-f]{12}$/),
});

/** By key with its namespace, `supplier:landing.title`; one file a language in `app/i18n/translations/`. */
export const TranslationRecords = z.record(z.string(), TranslationRecord);
export type TranslationRecords = z.infer<typeof TranslationRecords>;

type Texts = ReadonlyMap<string, string>;
type Hash = (text: string) => string;

/** The English text that a translated text is of: a plural form that English lacks is of the form for many. */
function sourceText(key: string, english: Texts): string {
  const counted = countedKey(key, english);
  return english.get(key) ?? (counted === undefined ? "" : (english.get(`${counted}_other`) ?? ""));
}

/**
 * The keys of translations that are of another English text than there is now, or that nothing is known of.
 * @param english and own: texts by key with namespace @param hash 12 hex digits
 */
export function staleTranslations(
  english: Texts,
  own: Texts,
  records: TranslationRecords,
  hash: Hash,
): readonly string[] {
  return [...own].flatMap(([key, text]) => {
    const known = records[key];
    const fresh = known?.is === hash(text) && known.of === hash(sourceText(key, english));
    return fresh ? [] : [key];
  });
}

/**
 * The records with every translation that is new or was written anew; a translation whose English text changed and that was not
 * touched stays recorded as of the old one, so that it is still found.
 */
export function recordTranslations(
  english: Texts,
  own: Texts,
  records: TranslationRecords,
  hash: Hash,
): TranslationRecords {
  return Object.fromEntries(
    [...own].map(([key, text]) => {
      const known = records[key];
      if (known?.is === hash(text)) return [key, known];
      return [key, { status: "draft", of: hash(sourceText(key, english)), is: hash(text) }];
    }),
  );
}

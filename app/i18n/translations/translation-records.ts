import { countedKey } from "#app/i18n/texts/missing-texts";

const statuses = ["draft", "reviewed", "approved"] as const;

/**
 * What is known of one translation: who stands for it (`draft`: nobody yet; `reviewed`: somebody who knows the language;
 * `approved`: somebody who knows the law too), who made it or stood for it last, and the first 12 hex digits of the SHA-256 of the
 * English text that was translated and of the translation itself.
 */
type TranslationRecord = {
  readonly status: (typeof statuses)[number];
  readonly by: string;
  readonly of: string;
  readonly is: string;
};

/** By key with its namespace, `supplier:landing.title`; one file a language beside this one. */
export type TranslationRecords = Readonly<Record<string, TranslationRecord>>;

/** Reads a file of records. @param json parsed @throws TypeError naming the first key whose record is none */
export function readTranslationRecords(json: unknown): TranslationRecords {
  if (typeof json !== "object" || json === null) throw new TypeError("Records of translations are an object");
  return Object.fromEntries(
    Object.entries(json).map(([key, record]: [string, unknown]): [string, TranslationRecord] => {
      const read = readRecord(record);
      if (read) return [key, read];
      throw new TypeError(`What is known of ${key} is no record of a translation`);
    }),
  );
}

function readRecord(record: unknown): TranslationRecord | undefined {
  if (typeof record !== "object" || record === null) return undefined;
  if (!("status" in record && "by" in record && "of" in record && "is" in record)) return undefined;
  const { by, of, is } = record;
  const status = statuses.find((one) => one === record.status);
  return status && typeof by === "string" && isHash(of) && isHash(is) ? { status, by, of, is } : undefined;
}

function isHash(value: unknown): value is string {
  return typeof value === "string" && /^[0-9a-f]{12}$/.test(value);
}

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
 * @public asked by the tests that watch over translations
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
 * @param by who wrote what is new
 */
export function recordTranslations(
  english: Texts,
  own: Texts,
  records: TranslationRecords,
  { by, hash }: { readonly by: string; readonly hash: Hash },
): TranslationRecords {
  return Object.fromEntries(
    [...own].map(([key, text]) => {
      const known = records[key];
      if (known?.is === hash(text)) return [key, known];
      return [key, { status: "draft", by, of: hash(sourceText(key, english)), is: hash(text) }];
    }),
  );
}

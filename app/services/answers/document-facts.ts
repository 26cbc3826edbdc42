import { formatCalendarDate } from "#app/i18n/dates/days";
import { findLanguage } from "#app/i18n/languages";
import { joinItems, joinLabel } from "#app/i18n/writing/punctuation";
import type { ServiceContext } from "#app/services/context/contexts";
import type { AttestationDetails, EvidenceAbout, StoredEvidence } from "#db/records";
import type { Walk } from "#questionnaires/walk";
import { siteName } from "./sites";

/** The dates of a document, each with how exact it is and whether it lies behind us. */
export const aboutDates = [
  { id: "from", precision: "month", past: true },
  { id: "until", precision: "month", past: false },
  { id: "issued", precision: "day", past: true },
  { id: "expires", precision: "day", past: false },
] as const;

/** The tag that stands for every language that the product does not have. */
export const otherLanguage = "other";

/** A document at every question of its attestation that it is attached to. */
export function sameFile(
  { evidence }: Pick<AttestationDetails, "evidence">,
  { sha256 }: Pick<StoredEvidence, "sha256">,
): readonly StoredEvidence[] {
  return Object.values(evidence)
    .flat()
    .filter((one) => one.sha256 === sha256);
}

/** The codes of the questions that a document is attached to. */
export function questionsOf(
  file: Pick<AttestationDetails, "evidence">,
  document: Pick<StoredEvidence, "sha256">,
): readonly string[] {
  return sameFile(file, document).map(({ question }) => question);
}

type Reader = { readonly t: ReturnType<ServiceContext["t"]>; readonly ui: string };

/** A language by the name that it has for itself. */
export function languageOf(tag: string, { t }: Pick<Reader, "t">): string {
  return tag === otherLanguage ? t("evidence:about.otherLanguage") : (findLanguage(tag)?.endonym ?? tag);
}

/** What a supplier said of a document, one fact a line, and the questions that it supports where there are several. */
export function documentFacts(
  about: EvidenceAbout | undefined,
  questions: readonly string[],
  walk: Pick<Walk, "answers">,
  { t, ui }: Reader,
): readonly string[] {
  const { kind, site, issuer, language } = about ?? {};
  const line = (label: string, value: string | undefined) => (value === undefined ? [] : [joinLabel(label, value, ui)]);
  return [
    ...line(t("evidence:about.supports"), questions.length > 1 ? joinItems(questions, ui) : undefined),
    ...(kind ? [t(`evidence:about.kinds.${kind}`)] : []),
    ...aboutDates.flatMap(({ id, precision }) => {
      const date = about?.[id];
      return line(t(`evidence:about.${id}`), date && formatCalendarDate(date, precision, ui));
    }),
    ...line(t("evidence:about.site"), site && siteName(walk, site)),
    ...line(t("evidence:about.issuer"), issuer),
    ...line(t("evidence:about.language"), language && languageOf(language, { t })),
  ];
}

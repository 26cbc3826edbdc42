import type { TFunction } from "i18next";
import { findLanguage } from "#app/i18n/languages";
import texts from "#app/i18n/locales/en/team.json" with { type: "json" };
import type { namespaces } from "#app/i18n/texts/namespaces";
import { joinItems } from "#app/i18n/writing/punctuation";
import { declineCodeWords } from "#app/services/team/recipients/declined-words";
import type { RetentionTerms } from "#db/records";
import { actionSteps, type BuyerStep, buyerSteps } from "#terms/actions/action-states";
import { bands } from "#terms/bands";
import { retentionClasses } from "#terms/retention/retention-classes";
import { roles } from "#terms/roles";

export type Words = TFunction<typeof namespaces>;

/** A language in its own words. */
export function languageName(language: string): string {
  return findLanguage(language)?.endonym ?? language;
}

/** Languages in their own words, one after the other. @param reader BCP 47 tag of what the reader reads */
export function languageNames(languages: readonly string[], reader: string): string {
  return joinItems(languages.map(languageName), reader);
}

/** A code that nothing knows is shown as it is: an older record may hold it. */
export function bandName(code: string, t: Words): string {
  const band = bands.find((one) => one === code);
  return band ? t(`team:band.${band}`) : code;
}

/** As `bandName`. */
export function roleName(code: string, t: Words): string {
  const role = roles.find((one) => one === code);
  return role ? t(`team:role.${role}`) : code;
}

/** As `bandName`. */
export function stepName(code: string, t: Words): string {
  const step = actionSteps.find((one) => one === code);
  return step && step in buyerSteps ? t(`actions:step.${step as BuyerStep}.title`) : code;
}

const changedNames = [
  "owner",
  "tags",
  "name",
  "country",
  "place",
  "externalId",
  "contact",
  "email",
  "language",
  "questionnaire",
  "version",
  "regimes",
  "ruleSet",
  "dueAt",
  "zone",
  "reason",
  "recipients",
] as const;

/** As `bandName`, one after the other. */
export function fieldNames(fields: readonly string[], t: Words): string {
  return fields
    .map((field) => {
      const known = changedNames.find((one) => one === field);
      return known ? t(`ratings:changed.${known}`) : field;
    })
    .join(", ");
}

/** Why a supplier declined, in words; older events have whom it named instead after a colon. */
export function declineReason(reason: string, t: Words): string {
  const [code = "", ...hint] = reason.split(": ");
  return [declineCodeWords(code, t), ...hint].join(": ");
}

/** Each class of what is kept with its term. */
export function termsWords(terms: RetentionTerms, t: Words): string {
  return retentionClasses
    .map((kind) => {
      const months = terms[kind];
      const what = t(`team:retention.class.${kind}.name`);
      const term = months === undefined ? t("team:retention.noEnd") : t("team:retention.months", { count: months });
      return `${what}: ${term}`;
    })
    .join("; ");
}

/** What a mail is about, in words; its code where an older program wrote one that is not known. */
export function mailKindName(kind: string, t: Words): string {
  return isMailKind(kind) ? t(`team:mail.kinds.${kind}`) : kind;
}

function isMailKind(kind: string): kind is keyof typeof texts.mail.kinds {
  return Object.hasOwn(texts.mail.kinds, kind);
}

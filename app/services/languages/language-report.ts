import { setImmediate as yieldToEventLoop } from "node:timers/promises";
import { languages } from "#app/i18n/languages";
import { interfaceStates } from "#app/i18n/translations/interface-states";
import type { Sha256 } from "#questionnaires/fingerprints/canonical-json";
import type { LoadedQuestionnaire } from "#questionnaires/load";
import { textStates } from "#questionnaires/texts/states";

/**
 * How many of the texts that a supplier can meet, mails included, are how far in a language. `strings` is what there has to be:
 * a language may need more plural forms than another.
 */
export type LanguageReport = {
  readonly language: string;
  readonly strings: number;
  readonly missing: number;
  readonly stale: number;
  readonly draft: number;
  readonly reviewed: number;
  readonly approved: number;
};

const made = new WeakMap<LoadedQuestionnaire, Map<string, LanguageReport>>();

/** The report of a questionnaire in a language (BCP 47); worked out once. */
export function languageReport(questionnaire: LoadedQuestionnaire, language: string, sha256: Sha256): LanguageReport {
  const known = made.get(questionnaire) ?? new Map<string, LanguageReport>();
  made.set(questionnaire, known);
  let report = known.get(language);
  if (report === undefined) {
    report = countStates(questionnaire, language, sha256);
    known.set(language, report);
  }
  return report;
}

/**
 * The reports of all our languages, in the order a list shows them. Each takes some tens of milliseconds the first time, so others
 * have their turn between them.
 */
export async function languageReports(
  questionnaire: LoadedQuestionnaire,
  sha256: Sha256,
): Promise<readonly LanguageReport[]> {
  const reports: LanguageReport[] = [];
  for (const { tag } of languages) {
    if (!made.get(questionnaire)?.has(tag)) await yieldToEventLoop();
    reports.push(languageReport(questionnaire, tag, sha256));
  }
  return reports;
}

/** Whether there is something in a language that nobody who knows it has read as it is now; never so for what is source. */
export function isUnreviewed(questionnaire: LoadedQuestionnaire, language: string, sha256: Sha256): boolean {
  const { draft, stale } = languageReport(questionnaire, language, sha256);
  return draft + stale > 0;
}

function countStates(questionnaire: LoadedQuestionnaire, language: string, sha256: Sha256): LanguageReport {
  const states = [
    ...textStates(questionnaire, language, sha256).values(),
    ...interfaceStates(language, (text) => sha256(text).slice(0, 12)).values(),
  ];
  const counts = { missing: 0, stale: 0, draft: 0, reviewed: 0, approved: 0 };
  for (const state of states) counts[state] += 1;
  return { language, strings: states.length, ...counts };
}

import { useTranslation } from "react-i18next";
import type { Answered } from "#app/components/team/rules/draft-page";
import type { Fault } from "#app/services/context/faults";

type Answer = { readonly typed: Readonly<Record<string, string>>; readonly faults: readonly Fault[] };

/** The fields of a form as they were typed. */
export function typedIn(form: FormData): Answer["typed"] {
  return Object.fromEntries([...form.entries()].map(([name, value]) => [name, typeof value === "string" ? value : ""]));
}

/** What a form about rules was answered with, in words. */
export function useRulesAnswered(answer: Answer | undefined): Answered | undefined {
  const { t } = useTranslation(["team", "rules"]);
  if (!answer) return undefined;
  const labels: Readonly<Record<string, string>> = { name: t("rules:draft.name"), rules: t("rules:list.rules") };
  const errors = answer.faults.map(({ field, code, params }) => ({
    field,
    text: t(`team:fault.${code}`, { field: labels[field] ?? t("rules:list.reason"), ...params }),
  }));
  return { typed: answer.typed, errors };
}

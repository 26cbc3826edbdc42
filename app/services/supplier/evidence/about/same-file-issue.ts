import { joinItems } from "#app/i18n/writing/punctuation";
import type { PageTexts } from "#app/services/supplier/page/page-texts";
import type { CheckIssueView } from "#app/views/supplier/signing/check";
import type { StoredEvidence } from "#db/records";

/** One file that supports many of the answers that are asked for now. */
export function sameFileIssue(
  { document, questions }: { readonly document: StoredEvidence; readonly questions: readonly string[] },
  { t, ui }: PageTexts,
  base: string,
): CheckIssueView {
  return {
    title: t("evidence:about.manyTitle"),
    text: t("evidence:about.manyText", { name: document.name, codes: joinItems(questions, ui) }),
    links: [{ label: t("evidence:about.link"), href: `${base}/evidence/${document.id}/about?from=check` }],
  };
}

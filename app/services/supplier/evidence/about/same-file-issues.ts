import { joinItems } from "#app/i18n/writing/punctuation";
import { mayRead } from "#app/services/supplier/colleagues/own-sections";
import type { PageTexts } from "#app/services/supplier/page/page-texts";
import type { SupplierSession } from "#app/services/supplier/session/supplier-session";
import type { CheckIssueView } from "#app/views/supplier/signing/check";

/** Questions from which on one file is worth another look: it seldom proves so much. */
const many = 3;

/** A line for each file that supports many of the answers that are asked for now. */
export function sameFileIssues(
  session: SupplierSession,
  { t, ui }: PageTexts,
  base: string,
): readonly CheckIssueView[] {
  const { file, walk } = session;
  const asked = Object.values(file.evidence)
    .flat()
    .filter(({ question }) => walk.asked.has(question) && mayRead(session, question));
  return [...new Set(asked.map(({ sha256 }) => sha256))].flatMap((sha256) => {
    const documents = asked.filter((one) => one.sha256 === sha256);
    const [first] = documents;
    if (first === undefined || documents.length < many) return [];
    const codes = documents.map(({ question }) => question);
    return [
      {
        title: t("evidence:about.manyTitle"),
        text: t("evidence:about.manyText", { name: first.name, codes: joinItems(codes, ui) }),
        links: [{ label: t("evidence:about.link"), href: `${base}/evidence/${first.id}/about?from=check` }],
      },
    ];
  });
}

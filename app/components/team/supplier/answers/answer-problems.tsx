import { useTranslation } from "react-i18next";
import { PagePart } from "#app/components/team/supplier/page-part";
import { ForeignText } from "#app/components/text/foreign-text";
import { Link } from "#app/router/api/navigation";
import type { AnswerProblemsView } from "#app/views/team/supplier/answers";
import { AnswerLinks } from "./answer-link";

/** What does not fit together, and what was left open. */
export function AnswerProblems({ contradictions, copied, blanks }: AnswerProblemsView) {
  const { t } = useTranslation("ratings");
  return (
    <PagePart id="findings" title={t("page.findings.title")} count={String(contradictions.length)}>
      {contradictions.length === 0 ? (
        <p className="muted">{t("page.findings.none")}</p>
      ) : (
        <ul className="findings">
          {contradictions.map(({ id, text, questions, stoodBy, reason }) => (
            <li key={id}>
              <ForeignText words={text} /> <AnswerLinks codes={questions} />
              {stoodBy !== undefined && (
                <p className="dim">{t(stoodBy ? "page.findings.stoodBy" : "page.findings.notStoodBy")}</p>
              )}
              {reason && (
                <p className="answer-comment">
                  <bdi>{reason}</bdi>
                </p>
              )}
            </li>
          ))}
        </ul>
      )}
      {copied.length > 0 && <Copied lines={copied} />}
      {blanks.length > 0 && <p>{t("page.findings.blanks", { list: blanks.join(", ") })}</p>}
    </PagePart>
  );
}

/** What another supplier signed too: the team alone reads it. */
function Copied({ lines }: { lines: AnswerProblemsView["copied"] }) {
  const { t } = useTranslation("ratings");
  return (
    <>
      <h3>{t("page.findings.copied")}</h3>
      <ul className="findings">
        {lines.map(({ what, question, name, href, otherQuestion }) => (
          <li key={`${what} ${question} ${href} ${otherQuestion}`}>
            {t(`page.findings.copiedWhat.${what}`, { question, other: otherQuestion })}{" "}
            <Link to={href}>
              <bdi>{name}</bdi>
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}

import { useTranslation } from "react-i18next";
import { Form, Link } from "#app/router/api/navigation";
import type { AnsweredLine, ReturnedLine, SentReturnView } from "#app/views/team/supplier/returns";
import { Answers, ReturnedQuestion } from "./returned-question";

/** What was sent, how far it is, and what was answered beside what was signed first. */
export function SentReturn({ sent }: { sent: SentReturnView }) {
  const { t } = useTranslation("team");
  const { at, name, showsName, reference, due, isLate, started, answered, signer = "", both, asked } = sent;
  return (
    <>
      <p>{t(showsName ? "returns.sent" : "returns.sentMasked", { at: at.text, name, reference })}</p>
      <p>
        {answered
          ? t("returns.answeredOn", { at: answered.text, signer })
          : t(isLate ? "returns.late" : "returns.due", { due })}
        {!answered && (
          <span className="second-line">
            {started ? t("returns.started", { at: started.text }) : t("returns.waiting")}
          </span>
        )}
      </p>
      <p className="line-links">
        {sent.document && <a href={sent.document}>{t("returns.document")}</a>}
        {sent.invitation && <Link to={sent.invitation}>{t("returns.invitation")}</Link>}
      </p>
      {(both ?? asked)?.isPartial && <p className="note">{t("returns.hiddenSent")}</p>}
      {asked?.lines.map((line: ReturnedLine) => (
        <ReturnedQuestion key={line.code} line={line} />
      ))}
      {both?.lines.map((line: AnsweredLine) => (
        <Answered key={line.code} line={line} />
      ))}
      {both?.lines.some(({ again }) => again) && (
        <p>
          <Link to={`/reviews/${sent.correction}/returned`}>{t("returns.toAgain")}</Link>
        </p>
      )}
      {!answered && <CallBack />}
    </>
  );
}

function Answered({ line }: { line: AnsweredLine }) {
  const { t } = useTranslation("team");
  const { code, before, after, isSame, accepted, again, againHref } = line;
  return (
    <ReturnedQuestion line={line}>
      <Answers
        pairs={[
          [t("returns.before"), before],
          [t("returns.after"), after],
        ]}
      />
      {isSame && <p>{t("returns.isSame")}</p>}
      {accepted && <p>{accepted}</p>}
      {again && <p>{t("returns.isAgain")}</p>}
      <div className="actions">
        {!accepted && (
          <Form method="post" reloadDocument>
            <input type="hidden" name="question" value={code} />
            <button type="submit" name="do" value="accept" className="button button-second">
              {t("returns.accept", { code })}
            </button>
          </Form>
        )}
        <Link to={againHref}>{again ? t("returns.edit", { code }) : t("returns.again", { code })}</Link>
      </div>
    </ReturnedQuestion>
  );
}

function CallBack() {
  const { t } = useTranslation("team");
  return (
    <Form method="post" className="section flow" reloadDocument>
      <p className="muted">{t("returns.callBackText")}</p>
      <div className="actions">
        <button type="submit" name="do" value="call-back" className="button button-second">
          {t("returns.callBack")}
        </button>
      </div>
    </Form>
  );
}

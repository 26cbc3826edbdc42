import { useTexts } from "#app/i18n/texts/use-texts";
import { Form } from "#app/router/api/navigation";
import type { DecisionView } from "#app/views/team/reviews/review";

/** What was decided, in a line: what, by whom, when and how it stands. */
export function DecisionLine({ decision }: { decision: DecisionView }) {
  const t = useTexts("reviews");
  const { verdict, state, by, at, about, reason, proof, second, secondAt, carriedFrom, ended } = decision;
  const name = (who: string) => who || t("decision.erased");
  return (
    <div className="decision" data-state={state}>
      <p>
        <strong>{t(`decision.verdict.${verdict}`)}</strong> {about !== undefined && <bdi>{about}</bdi>}{" "}
        <span className="dim">{t(`decision.state.${state}`)}</span>
      </p>
      <p className="dim">{t("decision.by", { name: name(by), time: at.text })}</p>
      {carriedFrom !== undefined && <p className="dim">{t("decision.carried", { reference: carriedFrom })}</p>}
      {reason !== "" && (
        <p className="typed-lines" dir="auto">
          {reason}
        </p>
      )}
      {proof && (
        <p className="dim">
          <a href={proof.href} download>
            {t("decision.proof", { name: proof.name })}
          </a>
        </p>
      )}
      {second !== undefined && (
        <p className="dim">
          {secondAt
            ? t("decision.agreed", { name: second, time: secondAt.text })
            : state === "waits" && t("decision.asked", { name: second })}
        </p>
      )}
      {ended && (
        <>
          <p className="dim">
            {t(state === "declined" ? "decision.declined" : "decision.takenBack", {
              name: name(ended.by),
              time: ended.at.text,
            })}
          </p>
          {ended.reason !== "" && (
            <p className="typed-lines" dir="auto">
              {ended.reason}
            </p>
          )}
        </>
      )}
    </div>
  );
}

/** A decision with what the reader may do about it. */
export function DecisionItem({ decision, isOpen }: { decision: DecisionView; isOpen: boolean }) {
  const t = useTexts("reviews");
  const { id, may, verdict } = decision;
  return (
    <li>
      <DecisionLine decision={decision} />
      {isOpen && may.length > 0 && (
        <Form method="post" className="decision-acts" reloadDocument>
          <input type="hidden" name="decision" value={id} />
          {may.includes("agree") && (
            <button type="submit" name="intent" value="agree" className="button">
              {t("decision.agree")}
            </button>
          )}
          {may.includes("decline") && (
            <>
              <label htmlFor={`why-${id}`}>{t("decision.declineWhy")}</label>
              <input id={`why-${id}`} name="reason" maxLength={2000} dir="auto" />
              <button type="submit" name="intent" value="decline" className="button button-second">
                {t("decision.decline")}
              </button>
            </>
          )}
          {may.includes("take-back") && (
            <button type="submit" name="intent" value="take-back" className="button-plain">
              {t("decision.takeBack")}
              <span className="visually-hidden">: {t(`decision.verdict.${verdict}`)}</span>
            </button>
          )}
        </Form>
      )}
    </li>
  );
}

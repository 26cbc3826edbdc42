import type { ReactNode } from "react";
import { useNumberFormats } from "#app/components/team/ratings/number-formats";
import { ForeignText } from "#app/components/text/foreign-text";
import { useLanguage, useTexts } from "#app/i18n/texts/use-texts";
import { joinItems } from "#app/i18n/writing/punctuation";
import { Link } from "#app/router/api/navigation";
import type { FindingChoice, FloorChoice, QuestionPane } from "#app/views/team/reviews/review";
import { DecisionLine } from "./decision-lines";
import { GivenAnswer } from "./given";

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** What an answer counts, what was said last time, what does not fit with it, and what must not be done. */
export function AnswerFacts({ steps, floors, before, findings, copied, isOnNorthKorea }: QuestionPane) {
  const t = useTexts("reviews");
  const figures = useNumberFormats();
  return (
    <dl className="review-facts">
      <Fact name={t("answer.counts")}>
        {steps.length === 0 && <p>{t("answer.noPoints")}</p>}
        {steps.map(({ text, from, points }) => (
          <p key={`${text} ${from}`}>
            <span className="ltr num">{figures.signed(points)}</span> {text} <span className="dim">{from}</span>
          </p>
        ))}
        {floors.map((floor) => (
          <FloorFact key={floor.rule} {...floor} />
        ))}
      </Fact>
      <Fact name={t("answer.before")}>
        {before ? (
          <>
            <GivenAnswer answer={before.answer} />
            <p className="dim">{t("answer.beforeOn", { day: before.day.text })}</p>
          </>
        ) : (
          <p className="dim">{t("answer.beforeNone")}</p>
        )}
      </Fact>
      <Fact name={t("answer.fits")}>
        {findings.length === 0 && copied.length === 0 && <p className="dim">{t("answer.fitsNone")}</p>}
        {findings.map((finding) => (
          <FindingFact key={finding.id} {...finding} />
        ))}
        {copied.map(({ href, name, otherQuestion }) => (
          <p key={`${href} ${otherQuestion}`}>
            <Link to={href}>{t("answer.copied", { name })}</Link> <span className="question-code">{otherQuestion}</span>
          </p>
        ))}
      </Fact>
      {isOnNorthKorea && <Fact name={t("answer.harm")}>{t("answer.harmText")}</Fact>}
    </dl>
  );
}

function FloorFact({ text, band, unverified, alone, others, decision }: FloorChoice) {
  const t = useTexts("reviews");
  const language = useLanguage();
  if (decision?.state === "counts")
    return (
      <p>
        <del>{text}</del> {t("answer.lifted")}
      </p>
    );
  return (
    <>
      <p>
        <strong>{t(`answer.floor.${band}`)}</strong> {text}
      </p>
      {unverified && <p className="dim">{t("answer.unverified")}</p>}
      <p className="dim">
        {alone.moves
          ? t(`answer.aloneMoves.${alone.band}`)
          : others.length > 0
            ? t("answer.aloneOthers", { codes: joinItems(others, language) })
            : t("answer.aloneStays")}
      </p>
    </>
  );
}

function FindingFact({ text, stoodBy, reason, decision }: FindingChoice) {
  const t = useTexts("reviews");
  return (
    <>
      <p>
        <ForeignText words={text} />
      </p>
      {stoodBy && (
        <p className="dim" dir="auto">
          {reason === undefined ? t("answer.stoodBy") : t("answer.stoodByWhy", { reason })}
        </p>
      )}
      {decision && <DecisionLine decision={decision} />}
    </>
  );
}

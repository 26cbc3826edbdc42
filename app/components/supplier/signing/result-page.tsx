import { Frame } from "#app/components/supplier/frame/frame";
import { ForeignText } from "#app/components/text/foreign-text";
import { useSupplierTexts } from "#app/components/text/supplier-words";
import type { ResultLine, ResultView } from "#app/views/supplier/signing/result";
import { ResultRuler } from "./result-ruler";

/** What a supplier's signed answers came to: about the risk and no mark, so that what would lower it comes first. */
export function ResultPage({ view }: { view: ResultView }) {
  const t = useSupplierTexts();
  const { floor, moves, fixed } = view;
  return (
    <Frame frame={view.frame}>
      <div className="flow">
        <h1>{view.title}</h1>
        <p className="lead">{t("result.lead")}</p>
      </div>
      <section className="flow" aria-label={view.bandName}>
        <p className="result-band">
          <strong className={`result-chip zone-${view.band}`}>{view.bandName}</strong> <span>{view.score}</span>
        </p>
        <ResultRuler {...view.ruler} />
        <p className="hint small">{view.rated}</p>
      </section>
      {view.harm && !floor && <p className="note">{t("result.people")}</p>}
      {floor && (
        <>
          <h2>{floor.title}</h2>
          <p>{floor.text}</p>
          <Lines lines={floor.lines} />
          <p className="note">{t("result.people")}</p>
        </>
      )}
      {moves && (
        <>
          <h2>{t("result.lower.title")}</h2>
          {moves.lowers.length === 0 ? (
            <p>{t("result.lower.none")}</p>
          ) : (
            <>
              <p>{t("result.lower.lead")}</p>
              <Lines lines={moves.lowers} />
              {moves.firstTwo && <p>{moves.firstTwo}</p>}
              {moves.together && <p>{moves.together}</p>}
            </>
          )}
          <p>{view.counts}</p>
          <p className="hint small">{t("result.lower.unpriced")}</p>
          <h2>{t("result.helps.title")}</h2>
          {moves.helps.length === 0 ? <p>{t("result.helps.none")}</p> : <Lines lines={moves.helps} />}
        </>
      )}
      {fixed && (
        <>
          <h2>{t("result.fixed.title")}</h2>
          <p>{fixed.text}</p>
          <p className="hint small">
            {t("result.fixed.source")} <ForeignText words={fixed.source} />
          </p>
        </>
      )}
      <h2>{t("result.wrong.title")}</h2>
      <p>{view.wrong}</p>
      <h2>{t("result.who.title")}</h2>
      <p>{view.who}</p>
    </Frame>
  );
}

function Lines({ lines }: { lines: readonly ResultLine[] }) {
  const t = useSupplierTexts();
  return (
    <ul className="result-lines">
      {lines.map(({ code, name, points, answer, text }) => (
        <li key={code}>
          <p className="result-head">
            <strong>
              {code}. <ForeignText words={name} />
            </strong>
            {points && <span className="num ltr">{points}</span>}
          </p>
          {answer && (
            <div className="small">
              <p className="hint">{t("result.answered")}</p>
              <ul className="result-answer" dir="auto">
                {answer.map((line, at) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: lines of an answer never change places
                  <li key={at}>
                    <ForeignText words={line} />
                  </li>
                ))}
              </ul>
            </div>
          )}
          {text && <p className="small">{text}</p>}
        </li>
      ))}
    </ul>
  );
}

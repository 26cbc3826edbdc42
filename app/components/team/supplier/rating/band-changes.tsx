import { useTranslation } from "react-i18next";
import { useNumberFormats } from "#app/components/team/ratings/number-formats";
import type { ChangeView, ConditionsView } from "#app/views/team/supplier/explained";

type BandChangesProps = {
  conditions: ConditionsView | null;
  /** Single answers that would be enough; absent where they cannot be looked for. */
  changes?: readonly ChangeView[];
};

/** What would change the band: each answer that is enough by itself, and otherwise all that has to happen together. */
export function BandChanges({ conditions, changes }: BandChangesProps) {
  const { t } = useTranslation(["ratings", "team"]);
  if (!conditions) return <p>{t("page.change.lowest")}</p>;
  const to = t(`team:band.${conditions.to}`);
  const single = changes ?? [];
  return (
    <>
      {changes && <p>{t(single.length === 0 ? "page.change.none" : "page.change.single", { count: single.length })}</p>}
      {single.length > 0 && (
        <ul className="single-changes">
          {single.map((change) => (
            <li key={change.question}>
              <Change {...change} />
            </li>
          ))}
        </ul>
      )}
      <p>{t(single.length === 0 ? "page.change.all" : "page.change.holds", { to })}</p>
      <ul className="ways">
        {conditions.floors.length > 0 && <Floors floors={conditions.floors} />}
        <li>
          <Score {...conditions} />
        </li>
      </ul>
    </>
  );
}

function Change({ question, name, answer, isNewAnswer, proof, score, band }: ChangeView) {
  const { t } = useTranslation(["ratings", "team"]);
  const figures = useNumberFormats();
  const how = !isNewAnswer ? "proven" : answer === undefined ? "better" : "answered";
  const result = { score: figures.points(score), band: t(`team:band.${band}`) };
  return (
    <>
      <a href={`#answer-${question}`}>{question}</a> {t(`page.change.${how}`, { name, answer })}{" "}
      {proof && t(`page.change.proof.${proof}`)} {t("page.change.then", result)}
    </>
  );
}

type Floor = ConditionsView["floors"][number];
const kindOf = ({ band, unverified }: Floor) => `${band} ${unverified}`;

function Floors({ floors }: Pick<ConditionsView, "floors">) {
  const { t } = useTranslation(["ratings", "team"]);
  const kinds = [...new Map(floors.map((floor) => [kindOf(floor), floor])).values()];
  return kinds.map((kind) => {
    const { band, unverified } = kind;
    const own = floors.filter((floor) => kindOf(floor) === kindOf(kind));
    const key = unverified ? "page.change.openFloors" : "page.change.floors";
    return (
      <li key={kindOf(kind)}>
        {t(key, { count: own.length, band: t(`team:band.${band}`) })}
        <ul className="codes">
          {own.map(({ question, text }) => (
            <li key={`${question} ${text}`}>
              <a className="code code-holds" href={`#answer-${question}`}>
                {question}
              </a>
            </li>
          ))}
        </ul>
      </li>
    );
  });
}

/** What the score alone says, and what would have to become of red flags and controls. */
function Score({ score, to, flags, controls }: ConditionsView) {
  const { t } = useTranslation(["ratings", "team"]);
  const figures = useNumberFormats();
  const now = { score: figures.points(score.now), band: t(`team:band.${score.band}`), under: score.under };
  if (score.less === 0) return <>{t("page.change.scoreEnough", { ...now, to: t(`team:band.${to}`) })}</>;
  return (
    <>
      {t("page.change.score", { ...now, less: figures.points(score.less) })}{" "}
      {flags && flags.atMost !== null && (
        <>{t("page.change.flags", { now: figures.plain(flags.now), atMost: flags.atMost })} </>
      )}
      {flags?.unmovedTo !== undefined && <>{t("page.change.unmoved", { to: flags.unmovedTo })} </>}
      {controls &&
        t(controls.from === null ? "page.change.placeAlone" : "page.change.controls", {
          now: figures.points(controls.now),
          from: controls.from ?? 0,
        })}
    </>
  );
}

import { useTranslation } from "react-i18next";
import { useNumberFormats } from "#app/components/team/ratings/number-formats";
import { PagePart } from "#app/components/team/supplier/page-part";
import type { ReasonView, WhyView } from "#app/views/team/supplier/rating";

/** What raised a rating most, and what lowered it. */
export function RatingReasons({ floors, raised, raisedMore, lowered, loweredMore }: WhyView) {
  const { t } = useTranslation("ratings");
  return (
    <PagePart id="why" title={t("page.why.title")}>
      <div className="why">
        <div>
          <h3>{t("page.why.raised")}</h3>
          <ol>
            {floors.map(({ code, text, unverified }) => (
              <li key={`floor ${code} ${text}`}>
                <span>
                  <a href={`#answer-${code}`}>{code}</a> {text}
                </span>
                <span>{t(unverified ? "page.why.open" : "page.why.floor")}</span>
              </li>
            ))}
            <Reasons reasons={raised} />
          </ol>
          <More count={raisedMore} />
        </div>
        <div>
          <h3>{t("page.why.lowered")}</h3>
          {lowered.length === 0 ? (
            <p className="muted">{t("page.why.nothingLowered")}</p>
          ) : (
            <ol>
              <Reasons reasons={lowered} />
            </ol>
          )}
          <More count={loweredMore} />
        </div>
      </div>
    </PagePart>
  );
}

function Reasons({ reasons }: { reasons: readonly ReasonView[] }) {
  const figures = useNumberFormats();
  return reasons.map(({ code, text, points }) => (
    <li key={`${code} ${text}`}>
      <span>
        {code !== "" && (
          <>
            <span className="question-code">{code}</span>{" "}
          </>
        )}
        {text}
      </span>
      <span className="ltr">{figures.signed(points)}</span>
    </li>
  ));
}

function More({ count }: { count: number }) {
  const { t } = useTranslation("ratings");
  if (count <= 0) return null;
  return (
    <p>
      <a href="#steps">{t("page.why.more", { count })}</a>
    </p>
  );
}

import { useTranslation } from "react-i18next";
import type { DeclinedView } from "#app/views/team/campaigns/recipient";

/** Why they declined, and whom they named instead: typed by whoever held the link, in any language. */
export function Declined({ reason, named }: DeclinedView) {
  const { t } = useTranslation("team");
  return (
    <>
      <span className="second-line">{t("recipient.declinedReason", { reason })}</span>
      {named !== undefined && (
        <span className="second-line">
          {t("recipient.declinedNamed")} <bdi>{named}</bdi>
        </span>
      )}
    </>
  );
}

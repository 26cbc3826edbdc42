import { useTranslation } from "react-i18next";
import type { VoidView } from "#app/views/team/supplier/record";

/** That a submission is void, since when, by whom and why: above whatever is read of it. */
export function VoidNotice({ at, by, reason }: VoidView) {
  const { t } = useTranslation("ratings");
  return (
    <section className="note" aria-labelledby="void">
      <h2 id="void">{t("page.void.title")}</h2>
      <p>
        <bdi>{t("page.void.said", { by, at: at.text })}</bdi>
      </p>
      <VoidReason reason={reason} />
    </section>
  );
}

/** Why, as it was typed. */
export function VoidReason({ reason }: Pick<VoidView, "reason">) {
  const { t } = useTranslation("ratings");
  return (
    <blockquote className="typed-lines" aria-label={t("page.void.reason")} dir="auto">
      {reason}
    </blockquote>
  );
}

import { useTranslation } from "react-i18next";
import type { RatingView } from "#app/views/team/supplier/rating";
import type { SignedView } from "#app/views/team/supplier/record";

type RecordLineProps = Pick<RatingView, "at" | "versions"> & { signed?: Omit<SignedView, "hash" | "revision"> };

/** When this was rated, by what, and who stands for the answers: a page that is printed or quoted must say so itself. */
export function RecordLine({ at, versions, signed }: RecordLineProps) {
  const { t } = useTranslation("ratings");
  const nameOf = (wanted: string) => versions.find(({ what }) => what === wanted)?.name;
  return (
    <p className="record-line">
      {t("page.record.rated", { at: at.text, rules: nameOf("ruleSet"), edition: nameOf("edition") })}{" "}
      {signed && <bdi>{t("page.record.signed", { name: signed.name, job: signed.job, at: signed.at.text })}</bdi>}{" "}
      {signed?.confirmed && <bdi>{signed.confirmed}</bdi>}{" "}
      {signed?.approver && <bdi>{t("page.record.approved", { name: signed.approver })}</bdi>}
    </p>
  );
}

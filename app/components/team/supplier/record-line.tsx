import { useTranslation } from "react-i18next";
import type { MadeFromProps } from "./rating/made-from";
import type { TrailProps } from "./record/trail";

type RecordLineProps = Pick<TrailProps, "signed"> & MadeFromProps & { at: { iso: string; text: string } };

/** When this was rated, by what, and who stands for the answers: a page that is printed or quoted must say so itself. */
export function RecordLine({ at, versions, signed }: RecordLineProps) {
  const { t } = useTranslation("ratings");
  const nameOf = (wanted: string) => versions.find(({ what }) => what === wanted)?.name;
  return (
    <p className="record-line">
      {t("page.record.rated", { at: at.text, rules: nameOf("ruleSet"), edition: nameOf("edition") })}{" "}
      {signed && <bdi>{t("page.record.signed", { name: signed.name, job: signed.job, at: signed.at.text })}</bdi>}
    </p>
  );
}

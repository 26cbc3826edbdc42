import { useTranslation } from "react-i18next";
import { CopyButton } from "#app/components/team/forms/copy-button";
import { PagePart } from "#app/components/team/supplier/page-part";
import { DataTable } from "#app/components/team/tables/data-table";
import type { RatingView } from "#app/views/team/supplier/rating";

/** The exact versions that a rating was made from: with them anybody can make it again. */
export function RatingVersionsList({ versions }: Pick<RatingView, "versions">) {
  const { t } = useTranslation("ratings");
  const head = (
    <>
      <th scope="col">{t("page.versions.what")}</th>
      <th scope="col">{t("page.versions.which")}</th>
      <th scope="col">{t("page.versions.hash")}</th>
    </>
  );
  return (
    <PagePart id="versions" title={t("page.versions.title")}>
      <DataTable label={t("page.versions.title")} caption={t("page.versions.text")} head={head}>
        <tbody>
          {versions.map(({ what, name, hash }) => (
            <tr key={what}>
              <th scope="row">{t(`page.versions.${what}`)}</th>
              <td>{name}</td>
              <td>
                <span className="mono hash-line">{hash}</span>{" "}
                <CopyButton text={hash} what={t(`page.versions.${what}`)} />
              </td>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </PagePart>
  );
}

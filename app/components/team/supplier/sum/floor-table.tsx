import { useTranslation } from "react-i18next";
import { AnswerLinks } from "#app/components/team/supplier/answers/answer-link";
import { DataTable } from "#app/components/team/tables/data-table";
import type { FloorView } from "#app/views/team/supplier/rating";

/** Every answer that sets a floor, and the band that it holds. */
export function FloorTable({ reasons }: Pick<FloorView, "reasons">) {
  const { t } = useTranslation(["ratings", "team"]);
  const head = (
    <>
      <th scope="col">{t("page.sum.step")}</th>
      <th scope="col">{t("page.sum.from")}</th>
      <th scope="col">{t("page.sum.floors.holds")}</th>
    </>
  );
  return (
    <>
      <p className="muted">{t("page.sum.floors.text")}</p>
      <DataTable label={t("page.sum.floors.label")} className="workings-table" head={head}>
        <tbody>
          {reasons.map(({ question, text, band, disclosed, unverified }) => (
            <tr key={`${question} ${text}`}>
              <th scope="row">
                <span className="question-code">{question}</span> {text}
              </th>
              <td>
                <AnswerLinks codes={[question]} />
                {disclosed && ` ${t("team:dprk.disclosed")}`}
              </td>
              <td>
                {unverified ? t("page.heldUntilAnswered", { band: t(`team:band.${band}`) }) : t(`team:band.${band}`)}
              </td>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </>
  );
}

/** The same as codes: those that hold the band stand out. */
export function FloorCodes({ band, reasons }: Pick<FloorView, "band" | "reasons">) {
  return (
    <span className="codes">
      {reasons.map((reason) => (
        <span key={`${reason.question} ${reason.text}`} className={reason.band === band ? "code code-holds" : "code"}>
          {reason.question}
        </span>
      ))}
    </span>
  );
}

import { ProblemBox } from "#app/components/forms/error-summary";
import { Frame } from "#app/components/supplier/frame/frame";
import { useSupplierTexts } from "#app/components/text/supplier-words";
import type { WorkbookView } from "#app/views/supplier/workbook";

/** Taking the questions away as a file, and handing it in. */
export function WorkbookPage({ view }: { view: WorkbookView }) {
  const t = useSupplierTexts();
  return (
    <Frame
      frame={view.frame}
      before={
        view.refused && (
          <ProblemBox title={t("workbook.refused.heading")} className="page-problem" focused>
            <p>
              <a href="#file">{view.refused}</a>
            </p>
          </ProblemBox>
        )
      }
    >
      <h1>{t("workbook.title")}</h1>
      {view.note && (
        <p className="note" role="status">
          {view.note}
        </p>
      )}
      <p>{t("workbook.text")}</p>
      <p>
        <a className="button" href={view.workbook}>
          {t("workbook.download")}
        </a>
      </p>
      <details>
        <summary>{t("workbook.csv")}</summary>
        <ul>
          <li>
            <a href={view.answersCsv}>{t("workbook.csv")}</a>
          </li>
          {view.tables.map(({ name, href }) => (
            <li key={href}>
              <a href={href}>{name}</a>
            </li>
          ))}
        </ul>
      </details>
      <form method="post" encType="multipart/form-data" className="flow-wide">
        <div className={view.refused ? "field field-error" : "field"}>
          <label htmlFor="file">{t("workbook.file")}</label>
          <p className="hint" id="file-hint">
            {t("workbook.fileHint", { max: view.most })}
          </p>
          <input
            type="file"
            id="file"
            name="file"
            accept={view.accept}
            aria-invalid={view.refused ? true : undefined}
            aria-describedby="file-hint"
          />
        </div>
        <div className="actions">
          <button type="submit" className="button">
            {t("workbook.look")}
          </button>
        </div>
      </form>
    </Frame>
  );
}

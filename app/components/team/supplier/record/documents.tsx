import { useTranslation } from "react-i18next";
import { useNumberFormats } from "#app/components/team/ratings/number-formats";
import { PagePart } from "#app/components/team/supplier/page-part";
import { DataTable } from "#app/components/team/tables/data-table";
import { ForeignText } from "#app/components/text/foreign-text";
import type { DocumentsView, SupplierDocument } from "#app/views/team/evidence/supplier-documents";

/** Every document that the supplier signed, whatever it was asked in, by state. */
export function Documents({ all, lines, chosen, allHref, filters, isCut }: DocumentsView) {
  const { t } = useTranslation("ratings");
  const { count } = useNumberFormats();
  const head = (
    <>
      {(["document", "question", "about", "state", "signed"] as const).map((column) => (
        <th key={column} scope="col">
          {t(`page.documents.${column}`)}
        </th>
      ))}
    </>
  );
  const links = [{ state: "all" as const, count: all, href: allHref }, ...filters];
  return (
    <PagePart id="documents" title={t("page.documents.title")} count={count(all)} open={chosen !== undefined}>
      <nav aria-label={t("page.documents.filter")}>
        <ul className="document-states">
          {links.map(({ state, href, count: some }) => (
            <li key={state}>
              <a href={href} aria-current={state === (chosen ?? "all") ? "true" : undefined}>
                {t(`page.documents.filters.${state}`, { count: some })}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {lines.length === 0 ? (
        <p>{t("page.documents.none")}</p>
      ) : (
        <DataTable label={t("page.documents.label")} head={head}>
          <tbody>
            {lines.map((line) => (
              <Line key={line.key} line={line} />
            ))}
          </tbody>
        </DataTable>
      )}
      {isCut && <p className="dim">{t("page.documents.cut")}</p>}
    </PagePart>
  );
}

function Line({ line }: { line: SupplierDocument }) {
  const { t } = useTranslation("ratings");
  const { name, href, isApart, question, title, facts, states, reference, signed, isVoid } = line;
  return (
    <tr>
      <th scope="row">
        <a href={href} download={isApart ? undefined : true}>
          <bdi>{name}</bdi>
        </a>
      </th>
      <td>
        {question} <ForeignText words={title} />
      </td>
      <td>
        {facts.length === 0 ? (
          <span className="dim">{t("page.documents.nothingSaid")}</span>
        ) : (
          facts.map((fact) => (
            <span key={fact} className="second-line">
              <bdi>{fact}</bdi>
            </span>
          ))
        )}
      </td>
      <td>
        {states.map((state, place) => (
          <span key={state} className={place === 0 ? undefined : "second-line"}>
            {t(`page.documents.states.${state}`)}
          </span>
        ))}
      </td>
      <td>
        <span className="mono">{reference}</span>
        <span className="second-line num">{signed.text}</span>
        {isVoid && <span className="second-line">{t("page.history.isVoid")}</span>}
      </td>
    </tr>
  );
}

import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { Head } from "#app/components/team/frame/page-header";
import { BandStrip } from "#app/components/team/ratings/band-strip";
import { useNumberFormats } from "#app/components/team/ratings/number-formats";
import { MixedNote } from "#app/components/team/tables/mixed-note";
import { Pager } from "#app/components/team/tables/pager";
import { useTexts } from "#app/i18n/texts/use-texts";
import { Form, Link } from "#app/router/api/navigation";
import type { FacetView } from "#app/views/team/suppliers/filters/facets";
import type { SuppliersPageView, TablePanel } from "#app/views/team/suppliers/suppliers-page";
import { tableBands } from "#terms/bands";
import { ColumnChooser } from "./panels/column-chooser";
import { ExportMenu } from "./panels/export-menu";
import { Facets } from "./panels/facets";
import { PickBar } from "./pick-bar";
import { ResultLine } from "./result-line";
import { SupplierTable } from "./rows/supplier-table";
import { TableKeys } from "./rows/table-keys";
import { SupplierFilters } from "./supplier-filters";
import { ViewTabs } from "./views/view-tabs";

type PageProps = SuppliersPageView & {
  panel?: TablePanel;
  facets?: readonly FacetView[];
  marked?: { changed: number; full: number };
};

export function SuppliersPage(page: PageProps) {
  // Everything below takes its words as they are there: this waits for them where the browser has yet to load them.
  const { t } = useTranslation("ratings");
  const { count } = useNumberFormats();
  return (
    <main id="main" tabIndex={-1} className="wide">
      <Head title={t("suppliers.title")} count={count(page.all)} actions={<HeadActions {...page} />} />
      {page.isEmpty ? <NoSuppliers importAt={page.importAt} /> : <View {...page} />}
    </main>
  );
}

function HeadActions({ exportAt, importAt, whatIfAt, isEmpty }: SuppliersPageView) {
  const t = useTexts("ratings");
  return (
    <>
      {whatIfAt !== undefined && !isEmpty && (
        <Link className="button button-second" to={whatIfAt}>
          {t("whatIf.link")}
        </Link>
      )}
      {exportAt !== undefined && !isEmpty && <ExportMenu at={exportAt} />}
      {importAt !== undefined && !isEmpty && (
        <Link className="button" to={importAt}>
          {t("suppliers.add")}
        </Link>
      )}
    </>
  );
}

function View(page: PageProps) {
  const t = useTexts("ratings");
  const words = useTexts("table");
  const { count } = useNumberFormats();
  return (
    <>
      {page.marked && <Marked {...page.marked} />}
      <ViewTabs views={page.views} all={page.everybody} isAll={page.isEverybody} saveAt={page.saveAt} />
      <BandStrip
        counts={countsOf(page.bands)}
        hrefOf={(band) => page.bands[band].href}
        current={tableBands.filter((band) => page.bands[band].set)}
      />
      <SupplierFilters filters={page.filters} address={page.address} />
      {page.facets && <Facets facets={page.facets} closeAt={page.address} />}
      <div className="table-tools">
        <Density isTight={page.isTight} other={page.otherDensity} />
        {!page.facets && <Link to={page.facetsAt}>{words("facets.open")}</Link>}
        <ColumnChooser choice={page.choice} isOpen={page.panel === "columns"} />
      </div>
      <ResultLine
        total={page.total}
        all={page.all}
        order={page.sorting.column}
        direction={page.sorting.direction}
        rules={page.rules}
        edition={page.edition}
        at={page.at}
        filters={page.setFilters}
      />
      <MixedNote mixed={page.mixed} marked />
      {page.lines.length === 0 ? (
        <div className="empty flow">
          <h2>{t("suppliers.empty.nothingTitle")}</h2>
          <p>{t("suppliers.empty.nothingText", { all: count(page.all) })}</p>
          <p>
            <Link to={page.unfiltered}>{t("suppliers.removeAll")}</Link>
          </p>
        </div>
      ) : (
        <>
          <PickedTable {...page} />
          <Pager pages={page.pages}>
            <TableKeys />
          </Pager>
        </>
      )}
    </>
  );
}

/** What became of a change of many. */
function Marked({ changed, full }: { changed: number; full: number }) {
  const t = useTexts("table");
  return (
    <p className="note" role="status">
      {t("marks.done", { count: changed })} {full > 0 && t("marks.full", { count: full })}
    </p>
  );
}

/** How close the rows stand. */
function Density({ isTight, other }: { isTight: boolean; other: string }) {
  const t = useTexts("table");
  return (
    <Link to={other} preventScrollReset>
      {t(isTight ? "density.normal" : "density.tight")}
    </Link>
  );
}

/** The table in a form whose boxes say which suppliers to compare. The key unticks them all when other rows stand there. */
function PickedTable({ lines, columns, sorting, expected, address, total, isTight, marking }: SuppliersPageView) {
  const form = useRef<HTMLFormElement>(null);
  return (
    <Form key={address} ref={form} method="get" action="/suppliers/compare">
      <SupplierTable lines={lines} columns={columns} sorting={sorting} expected={expected} isTight={isTight} />
      <PickBar form={form} total={total} marking={marking} />
    </Form>
  );
}

function countsOf({ critical, high, medium, low, none }: SuppliersPageView["bands"]) {
  return {
    critical: critical.suppliers,
    high: high.suppliers,
    medium: medium.suppliers,
    low: low.suppliers,
    none: none.suppliers,
  };
}

function NoSuppliers({ importAt }: Pick<SuppliersPageView, "importAt">) {
  const t = useTexts("ratings");
  return (
    <div className="empty flow">
      <h2>{t("suppliers.empty.title")}</h2>
      <p>{importAt === undefined ? t("suppliers.empty.textReader") : t("suppliers.empty.text")}</p>
      {importAt !== undefined && (
        <p>
          <Link className="button" to={importAt}>
            {t("suppliers.add")}
          </Link>
        </p>
      )}
    </div>
  );
}

import { useTranslation } from "react-i18next";
import { Head } from "#app/components/team/frame/head";
import { BandStrip } from "#app/components/team/ratings/band-strip";
import { useFigures } from "#app/components/team/ratings/figures";
import { useWords } from "#app/i18n/texts/use-words";
import { Link } from "#app/router/navigation";
import type { SupplierLine } from "#app/views/team/supplier-line";
import { type TableBand, tableBands } from "#terms/bands";
import type { SupplierSort } from "#terms/supplier-sorts";
import { Pager, type Pages } from "./pager";
import { ResultLine, type SetFilter } from "./result-line";
import { type FilterState, SupplierFilters } from "./supplier-filters";
import { type Sorting, SupplierTable } from "./supplier-table";

export type SuppliersPageProps = {
  /** The address of this view, and the same without any filter. */
  address: string;
  unfiltered: string;
  /** Absent where the person may not export, or may not add. */
  exportAt?: string;
  importAt?: string;
  lines: readonly SupplierLine[];
  total: number;
  all: number;
  /** How many suppliers each band has under the other filters, and where it leads: into the filter, or out of it. */
  bands: Readonly<Record<TableBand, { suppliers: number; set: boolean; href: string }>>;
  filters: FilterState;
  setFilters: readonly SetFilter[];
  sorting: Omit<Sorting, "column"> & { column: SupplierSort };
  pages: Pages;
  rules: string;
  edition: string;
  at: string;
};

export function SuppliersPage(page: SuppliersPageProps) {
  // Everything below takes its words as they are there: this waits for them where the browser has yet to load them.
  const { t } = useTranslation("ratings");
  const { count } = useFigures();
  return (
    <main id="main" className="wide">
      <Head title={t("suppliers.title")} count={count(page.all)} actions={<HeadActions {...page} />} />
      {page.all === 0 ? <NoSuppliers importAt={page.importAt} /> : <View {...page} />}
    </main>
  );
}

function HeadActions({ exportAt, importAt, all }: SuppliersPageProps) {
  const t = useWords("ratings");
  return (
    <>
      {exportAt !== undefined && all > 0 && (
        <a className="button button-second" href={exportAt} download>
          {t("suppliers.export")}
        </a>
      )}
      {importAt !== undefined && all > 0 && (
        <Link className="button" to={importAt}>
          {t("suppliers.add")}
        </Link>
      )}
    </>
  );
}

function View(page: SuppliersPageProps) {
  const t = useWords("ratings");
  const { count } = useFigures();
  return (
    <>
      <BandStrip
        counts={countsOf(page.bands)}
        hrefOf={(band) => page.bands[band].href}
        current={tableBands.filter((band) => page.bands[band].set)}
      />
      <SupplierFilters filters={page.filters} address={page.address} />
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
      {page.lines.length === 0 ? (
        <div className="nothing flow">
          <h2>{t("suppliers.empty.nothingTitle")}</h2>
          <p>{t("suppliers.empty.nothingText", { all: count(page.all) })}</p>
          <p>
            <Link to={page.unfiltered}>{t("suppliers.removeAll")}</Link>
          </p>
        </div>
      ) : (
        <>
          <SupplierTable lines={page.lines} sorting={page.sorting} />
          <Pager pages={page.pages} />
        </>
      )}
    </>
  );
}

function countsOf({ critical, high, medium, low, none }: SuppliersPageProps["bands"]) {
  return {
    critical: critical.suppliers,
    high: high.suppliers,
    medium: medium.suppliers,
    low: low.suppliers,
    none: none.suppliers,
  };
}

function NoSuppliers({ importAt }: Pick<SuppliersPageProps, "importAt">) {
  const t = useWords("ratings");
  return (
    <div className="nothing flow">
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

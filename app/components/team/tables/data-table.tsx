import type { ReactNode } from "react";
import { asGroup, asRow, asTable } from "./table-roles";

type DataTableProps = { label: string; caption?: ReactNode; className?: string; head: ReactNode; children: ReactNode };

/** A table in a box that scrolls by itself where the page is narrow; what is said above it stays. `className`: a class of its own beside the shared one. */
export function DataTable({ label, caption, className, head, children }: DataTableProps) {
  return (
    <>
      {caption !== undefined && <p className="data-table-caption">{caption}</p>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard */}
      <section className="data-table-scroll" tabIndex={0} aria-label={label}>
        <table className={`data-table ${className ?? ""}`} {...asTable}>
          <caption className="visually-hidden">{label}</caption>
          <thead {...asGroup}>
            <tr {...asRow}>{head}</tr>
          </thead>
          {children}
        </table>
      </section>
    </>
  );
}

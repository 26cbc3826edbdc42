import type { ReactNode } from "react";
import { asGroup, asRow, asTable } from "./table-roles";

type TwinProps = { label: string; caption?: ReactNode; of?: string; head: ReactNode; children: ReactNode };

/** A table in a box that scrolls by itself where the page is narrow; what is said above it stays. `of` is a class of its own. */
export function DataTable({ label, caption, of, head, children }: TwinProps) {
  return (
    <>
      {caption !== undefined && <p className="twin-caption">{caption}</p>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard */}
      <section className="twin-scroll" tabIndex={0} aria-label={label}>
        <table className={`twin ${of ?? ""}`} {...asTable}>
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

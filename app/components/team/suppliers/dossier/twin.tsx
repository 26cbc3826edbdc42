import type { ReactNode } from "react";
import { asGroup, asRow, asTable } from "#app/components/team/suppliers/table-roles";

type TwinProps = { label: string; caption?: ReactNode; head: ReactNode; children: ReactNode };

/** A table in a box that scrolls by itself where the page is narrow. `label` names it where there is no caption to see. */
export function Twin({ label, caption, head, children }: TwinProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
    <section className="twin-scroll" tabIndex={0} aria-label={label}>
      <table className="twin" {...asTable}>
        <caption className={caption === undefined ? "visually-hidden" : undefined}>{caption ?? label}</caption>
        <thead {...asGroup}>
          <tr {...asRow}>{head}</tr>
        </thead>
        {children}
      </table>
    </section>
  );
}

import type { ReactNode } from "react";
import { Icon } from "#app/components/frame/icon";

type PagePartProps = {
  /** Where links to it lead. */
  id: string;
  title: string;
  /** How many there are, beside the title. */
  count?: string;
  /** Whether it is open from the start. */
  open?: boolean;
  children: ReactNode;
};

/**
 * A part of the page that is closed until somebody wants it, by mouse, keyboard or a link into it, without script. What is open is
 * on paper too.
 */
export function PagePart({ id, title, count, open, children }: PagePartProps) {
  return (
    <details className="part" open={open}>
      <summary>
        <Icon name="forward" mirrored />
        <h2>{title}</h2>
        {count !== undefined && <span className="count">{count}</span>}
      </summary>
      {/* Not on the details: a browser opens what holds the place that a link leads to, and not the place itself. */}
      <div id={id} className="part-body">
        {children}
      </div>
    </details>
  );
}

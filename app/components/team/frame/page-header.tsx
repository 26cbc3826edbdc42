import type { ReactNode } from "react";
import { Icon } from "#app/components/frame/icon";
import { Link } from "#app/router/api/navigation";

type HeadProps = {
  title: string;
  count?: string;
  back?: { to: string; label: string };
  meta?: readonly ReactNode[];
  actions?: ReactNode;
};

/** Title of a page, the way back, the few facts that matter first, and what can be done. */
export function Head({ title, count, back, meta = [], actions }: HeadProps) {
  return (
    <div className="head">
      <div>
        {back && (
          <p className="small">
            <Link className="back" to={back.to}>
              <Icon name="back" mirrored /> {back.label}
            </Link>
          </p>
        )}
        <h1>
          <bdi>{title}</bdi>
          {count && <span className="count"> {count}</span>}
        </h1>
        {meta.length > 0 && (
          <p className="head-meta">
            {meta.map((fact, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the facts of a head never change places
              <span key={place}>{fact}</span>
            ))}
          </p>
        )}
      </div>
      {actions && <div className="actions">{actions}</div>}
    </div>
  );
}

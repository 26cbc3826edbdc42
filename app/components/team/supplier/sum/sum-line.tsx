import type { ReactNode } from "react";
import { Icon } from "#app/components/frame/icon";

type SumLineProps = {
  /** What the line is, and in a few words what made it. */
  name: string;
  from: ReactNode;
  /** The bar, or what stands in its place. */
  bar: ReactNode;
  points: ReactNode;
  className?: string;
  /** The numbers that make it. */
  children: ReactNode;
};

/** One line of the sum. It opens into its own arithmetic, by mouse or keyboard and without script; what is open is on paper too. */
export function SumLine({ name, from, bar, points, className, children }: SumLineProps) {
  return (
    <details className={className}>
      <summary>
        <Icon name="forward" mirrored />
        <span className="what">
          <b>{name}</b>
          <span>{from}</span>
        </span>
        {bar}
        <span className="points">{points}</span>
      </summary>
      <div className="workings">{children}</div>
    </details>
  );
}

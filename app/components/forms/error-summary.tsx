import type { ReactNode } from "react";
import type { ErrorLine } from "#app/views/error-line";

type ProblemBoxProps = { title: string; className?: string; focused?: boolean; children: ReactNode };

/** A box that says what went wrong with a form. `focused`: it is read first, because the page answers that form. */
export function ProblemBox({ title, className, focused, children }: ProblemBoxProps) {
  return (
    <div
      className={className ? `problem ${className}` : "problem"}
      role="alert"
      tabIndex={-1}
      // biome-ignore lint/a11y/noAutofocus: the page answers a form, and what went wrong is what to read first
      autoFocus={focused}
      aria-labelledby="problem-title"
    >
      <h2 id="problem-title">{title}</h2>
      {children}
    </div>
  );
}

type ErrorSummaryProps = Omit<ProblemBoxProps, "children"> & {
  errors: readonly ErrorLine[];
  /** Stands below the list. */
  children?: ReactNode;
};

/** Everything that is wrong with a page, each line leading to its field; nothing while all is right. */
export function ErrorSummary({ errors, children, ...box }: ErrorSummaryProps) {
  if (errors.length === 0) return null;
  return (
    <ProblemBox {...box}>
      <ul>
        {errors.map(({ anchor, text }) => (
          <li key={`${anchor} ${text}`}>
            <a href={`#${anchor}`}>{text}</a>
          </li>
        ))}
      </ul>
      {children}
    </ProblemBox>
  );
}

import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { ForeignText } from "#app/components/text/foreign-text";
import type { PageLine } from "#app/i18n/page-text";
import type { ReturnedLine } from "#app/views/team/supplier/returns";

/** An answer as it was signed. */
export function SignedLines({ lines }: { lines: readonly PageLine[] }) {
  return (
    <ul className="signed-lines">
      {lines.map((line, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two rows of a table may say the same
        <li key={at} dir="auto">
          <ForeignText words={line} />
        </li>
      ))}
    </ul>
  );
}

/** One question that goes back, or went: what was signed, and what the supplier reads about it. */
export function ReturnedQuestion({ line, children }: { line: ReturnedLine; children?: ReactNode }) {
  const { t } = useTranslation("team");
  const { code, name, comment, by, before } = line;
  return (
    <section className="section flow" aria-labelledby={`returned-${code}`}>
      <h2 id={`returned-${code}`}>
        {code} <ForeignText words={name} />
      </h2>
      <figure>
        <figcaption className="muted small">{t("returns.comment")}</figcaption>
        <blockquote className="typed-lines for-supplier" dir="auto">
          {comment}
        </blockquote>
        <p className="muted small">
          <bdi>{by}</bdi>
        </p>
      </figure>
      {children ?? <Answers pairs={[[t("returns.signed"), before]]} />}
    </section>
  );
}

/** What was signed, once or twice, side by side where there is room. */
export function Answers({ pairs }: { pairs: readonly (readonly [label: string, lines: readonly PageLine[]])[] }) {
  return (
    <dl className="both-answers">
      {pairs.map(([label, lines]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            <SignedLines lines={lines} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

import { useTranslation } from "react-i18next";
import { useSupplierTexts } from "#app/components/text/supplier-words";
import type { ProblemView } from "#app/views/supplier/problem";
import { Frame } from "./frame";

const hidden = new Set(["basedOn", "then", "from", "language"]);

/** What happened, what was kept and what to do. What was typed stands on the page and can be sent again as it is. */
export function ProblemPage({ view: { problem, frame, title, paragraphs, typed, address } }: { view: ProblemView }) {
  const { t } = useTranslation("problems");
  const tasks = useSupplierTexts();
  // Whoever got lost within a request is led back to its sections.
  const sections = problem === "not-found" ? /^\/attest\/[^/]+(?=\/)/.exec(address)?.[0] : undefined;
  const shown = typed.filter(({ name, value }) => !hidden.has(name) && value !== "");
  return (
    <Frame frame={frame}>
      <h1>{title}</h1>
      {paragraphs.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
      {sections && (
        <p>
          <a href={sections}>{tasks("tasks.all")}</a>
        </p>
      )}
      {shown.length > 0 && (
        <form method="post" action={address} className="flow">
          <h2>{t("typed")}</h2>
          <dl className="summary">
            {shown.map(({ name, value }, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a field may stand here several times with one value
              <div key={`${name} ${at}`}>
                <dt className="num">{name}</dt>
                <dd className="as-typed" dir="auto">
                  {value}
                </dd>
              </div>
            ))}
          </dl>
          {typed.map(({ name, value }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a field may stand here several times with one value
            <input type="hidden" name={name} value={value} key={`${name} ${at}`} />
          ))}
          <p className="actions">
            <button type="submit" className="button">
              {t("sendAgain")}
            </button>
          </p>
        </form>
      )}
    </Frame>
  );
}

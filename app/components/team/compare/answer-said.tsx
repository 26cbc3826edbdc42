import { FloorMark } from "#app/components/team/ratings/floor-mark";
import { ForeignText } from "#app/components/text/foreign-text";
import { bareText, type PageLine } from "#app/i18n/page-text";
import { useLanguage, useTexts } from "#app/i18n/texts/use-texts";
import { itemsLine } from "#app/i18n/writing/lines";
import { Link } from "#app/router/api/navigation";
import type { AnswerPartView } from "#app/views/team/supplier/answers";
import type { AnswerCell } from "#app/views/team/suppliers/comparison";
import { EvidenceMark } from "./evidence-mark";

/** What was answered, in words, with how far it is proven. Why nothing stands there, where nothing does. */
export function AnswerSaid(cell: AnswerCell) {
  const t = useTexts("ratings");
  if (cell.missing !== undefined) return <span className="dim">{t(`compare.missing.${cell.missing}`)}</span>;
  const { unsure, parts, href, mark, floor } = cell;
  return (
    <div className="compared-answer">
      <div>
        {unsure !== undefined && (
          <p>
            <ForeignText words={unsure} />
          </p>
        )}
        {parts.map((part) => (
          <Part key={part.part} part={part} href={href} />
        ))}
        {floor && <FloorMark />}
      </div>
      {mark && <EvidenceMark mark={mark} />}
    </div>
  );
}

/** Rows of a table that are read out here; one with more is told by their number, and read with its supplier. */
const fewRows = 3;

/** One part in one paragraph: four answers stand beside each other. */
function Part({ part, href }: { part: AnswerPartView; href: string }) {
  return (
    <p>
      {part.label !== undefined && (
        <span className="second-line">
          <ForeignText words={part.label} />
        </span>
      )}
      <Value part={part} href={href} />
    </p>
  );
}

const filled = (row: readonly PageLine[]) => row.filter((cell) => bareText(cell) !== "");

function Value({ part, href }: { part: AnswerPartView; href: string }) {
  const t = useTexts("ratings");
  const language = useLanguage();
  switch (part.kind) {
    case "none":
      return <ForeignText words={part.words} />;
    case "lines":
      return (
        <bdi>
          <ForeignText words={itemsLine(part.lines, language)} />
        </bdi>
      );
    case "pairs":
      return part.pairs.map(({ label, value }) => (
        <span key={bareText(label)} className="compared-pair">
          <span className="dim">
            <ForeignText words={label} />
          </span>{" "}
          <ForeignText words={value} />
        </span>
      ));
    case "table":
      if (part.rows.length > fewRows) return <Link to={href}>{t("compare.rows", { count: part.rows.length })}</Link>;
      return part.rows.map((row, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two rows may read the same, and they never change places
        <span key={at} className="compared-pair">
          <ForeignText words={itemsLine(filled(row), language)} />
        </span>
      ));
  }
}

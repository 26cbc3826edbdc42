import { FloorMark } from "#app/components/team/ratings/floor-mark";
import { AnswerPart } from "#app/components/team/supplier/answers/answer-part";
import { ForeignText } from "#app/components/text/foreign-text";
import { useTexts } from "#app/i18n/texts/use-texts";
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

/** A table is told by its rows, and read on the page of the supplier. */
function Part({ part, href }: { part: AnswerPartView; href: string }) {
  const t = useTexts("ratings");
  if (part.kind !== "table") return <AnswerPart {...part} />;
  return (
    <div className="answer-part">
      {part.label !== undefined && (
        <p className="second-line">
          <ForeignText words={part.label} />
        </p>
      )}
      <p>
        <Link to={href}>{t("compare.rows", { count: part.rows.length })}</Link>
      </p>
    </div>
  );
}

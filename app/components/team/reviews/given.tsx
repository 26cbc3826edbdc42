import { AnswerPart } from "#app/components/team/supplier/answers/answer-part";
import { ForeignText } from "#app/components/text/foreign-text";
import { useTexts } from "#app/i18n/texts/use-texts";
import type { Given } from "#app/views/team/reviews/review";

/** An answer in words, with what was typed beside it; says that there is none. */
export function GivenAnswer({ answer }: { answer?: Given }) {
  const t = useTexts("reviews");
  if (!answer) return <p className="dim">{t("answer.blank")}</p>;
  const { unsure, parts, comment } = answer;
  return (
    <>
      {unsure !== undefined && (
        <p>
          <ForeignText words={unsure} />
        </p>
      )}
      {parts.map((part) => (
        <AnswerPart key={part.part} {...part} />
      ))}
      {comment !== undefined && comment !== "" && (
        <p className="answer-comment" dir="auto">
          <span className="visually-hidden">{t("answer.comment")}: </span>
          <bdi>{comment}</bdi>
        </p>
      )}
    </>
  );
}

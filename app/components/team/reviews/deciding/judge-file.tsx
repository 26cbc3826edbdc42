import { TextArea } from "#app/components/team/forms/field";
import { useNumberFormats } from "#app/components/team/ratings/number-formats";
import { useTexts } from "#app/i18n/texts/use-texts";
import { Form } from "#app/router/api/navigation";
import type { FileChoice } from "#app/views/team/reviews/review";
import type { Decider, ReviewPageView, Typed } from "#app/views/team/reviews/review-page";
import { SecondPerson } from "./second-person";

type JudgeProps = {
  file: FileChoice;
  factors: ReviewPageView["factors"];
  people: readonly Decider[];
  /** Verdicts that need somebody else. */
  second: readonly string[];
  typed?: Typed;
};

const verdicts = ["accepted", "verified", "refused"] as const;

/** What one file counts as from now on, with the share of points that it lets a control earn. */
export function JudgeFile({ file: { id, decision }, factors, people, second, typed }: JudgeProps) {
  const t = useTexts("reviews");
  const { plain } = useNumberFormats();
  if (decision?.state === "waits") return null;
  const factorOf = { accepted: factors.accepted, verified: factors.verified, refused: factors.rejected };
  return (
    <Form method="post" className="judge flow" reloadDocument>
      <input type="hidden" name="evidence" value={id} />
      <fieldset>
        <legend>{t("file.counts")}</legend>
        <div className="judge-choices">
          {verdicts.map((verdict) => (
            <label key={verdict}>
              <input
                type="radio"
                name="verdict"
                value={verdict}
                required
                defaultChecked={(typed?.values.verdict ?? decision?.verdict) === verdict}
              />
              <span>{t(`file.verdict.${verdict}`, { factor: plain(factorOf[verdict] / 100) })}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <p className="small dim">{t("file.whatFor")}</p>
      <TextArea
        name="file-reason"
        label={t("file.reason")}
        value={typed?.values.reason}
        error={typed?.errors.reason}
        rows={2}
        dir="auto"
      />
      {second.length > 0 && (
        <>
          <SecondPerson name="file-second" people={people} value={typed?.values.second} error={typed?.errors.second} />
          <p className="small">{t("decide.two")}</p>
        </>
      )}
      <button type="submit" name="intent" value="evidence" className="button button-second">
        {t("file.submit")}
      </button>
    </Form>
  );
}

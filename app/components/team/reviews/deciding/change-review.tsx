import { SelectField, TextField } from "#app/components/team/forms/field";
import { useTexts } from "#app/i18n/texts/use-texts";
import { Form } from "#app/router/api/navigation";
import type { Decider } from "#app/views/team/reviews/review-page";

type ChangeProps = {
  assigned: string;
  day: string;
  people: readonly Decider[];
  error?: string;
};

/** Who decides and until when, and the end of a review. */
export function ChangeReview({ assigned, day, people, error }: ChangeProps) {
  const t = useTexts("reviews");
  const choices = people.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <section className="section flow" aria-labelledby="change">
      <h2 id="change">{t("change.title")}</h2>
      <div className="review-change">
        <Form method="post" reloadDocument>
          <SelectField
            name="to"
            label={t("change.to")}
            value={assigned}
            choices={[{ value: "", label: t("nobody") }, ...choices]}
          />
          <button type="submit" name="intent" value="assign" className="button button-second">
            {t("change.assign")}
          </button>
        </Form>
        <Form method="post" reloadDocument>
          <TextField
            name="day"
            label={t("change.day")}
            hint={t("change.dayHint")}
            value={day}
            error={error}
            width="in-s"
          />
          <button type="submit" name="intent" value="due" className="button button-second">
            {t("change.setDue")}
          </button>
        </Form>
        <Form method="post" reloadDocument>
          <p className="muted">{t("change.settleText")}</p>
          <button type="submit" name="intent" value="settle-review" className="button button-second">
            {t("change.settle")}
          </button>
        </Form>
      </div>
    </section>
  );
}

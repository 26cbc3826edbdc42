import { useTranslation } from "react-i18next";
import { ErrorSummary, TextArea } from "#app/components/team/forms/field";
import { Form } from "#app/router/api/navigation";
import type { ReturnFormView } from "#app/views/team/supplier/returns";

type Props = {
  readonly form: ReturnFormView;
  /** What was typed, and what is wrong with it, where it could not be kept. */
  readonly typed?: { readonly comment: string; readonly error: string };
};

/** Puts one question of what was signed on the list of what goes back, with a comment that the supplier reads. */
export function ReturnForm({ form, typed }: Props) {
  const { t } = useTranslation("team");
  const { action, code, comment, sensitive, most } = form;
  return (
    <Form method="post" action={action} className="section flow" reloadDocument>
      <ErrorSummary title={t("form.problem")} errors={typed ? [{ field: "comment", text: typed.error }] : []} />
      {sensitive && <p className="note">{t("returns.form.sensitive")}</p>}
      <TextArea
        name="comment"
        label={t("returns.form.comment")}
        hint={t("returns.form.hint", { most })}
        value={typed?.comment ?? comment}
        error={typed?.error}
        dir="auto"
      />
      <div className="actions">
        <button type="submit" className="button">
          {t("returns.form.button")}
          <span className="visually-hidden"> {code}</span>
        </button>
      </div>
      <p className="muted small">{t("returns.form.note")}</p>
    </Form>
  );
}

import { ErrorSummary, TextField } from "#app/components/team/forms/field";
import { useTexts } from "#app/i18n/texts/use-texts";
import { Form, Link } from "#app/router/api/navigation";
import type { RetentionClass } from "#terms/retention/retention-classes";

export type ClassTerm = {
  readonly kind: RetentionClass;
  readonly months?: number;
  /** What of it goes next; without a day, within a day from now. */
  readonly next?: { readonly count: number; readonly day?: { readonly text: string } };
};

type TermsProps = {
  classes: readonly ClassTerm[];
  typed?: Readonly<Partial<Record<string, string>>>;
  errors: readonly { readonly field: string; readonly text: string }[];
};

/** Each class with its term, and what goes next by it. */
export function Terms({ classes, typed, errors }: TermsProps) {
  const t = useTexts("team");
  return (
    <Form method="post" className="section flow" reloadDocument>
      <ErrorSummary title={t("form.problem")} errors={errors} />
      <input type="hidden" name="intent" value="terms" />
      {classes.map((one) => {
        const { kind, months } = one;
        const name = t(`retention.class.${kind}.name`);
        return (
          <div key={kind}>
            <TextField
              name={kind}
              label={t("retention.field", { name })}
              hint={t("retention.fieldHint", { text: t(`retention.class.${kind}.text`) })}
              value={typed?.[kind] ?? (months === undefined ? "" : String(months))}
              error={errors.find(({ field }) => field === kind)?.text}
              width="in-s"
            />
            <p className="muted small">
              <Next {...one} />
            </p>
          </div>
        );
      })}
      <button type="submit" className="button">
        {t("retention.save")}
      </button>
    </Form>
  );
}

function Next({ kind, months, next }: ClassTerm) {
  const t = useTexts("team");
  if (months === undefined) return t("retention.next.kept");
  if (next === undefined) return t("retention.next.none");
  const what = t(`retention.class.${kind}.count`, { count: next.count });
  return next.day === undefined
    ? t("retention.next.now", { what })
    : t("retention.next.later", { what, day: next.day.text });
}

type ConfirmProps = {
  due: readonly { readonly kind: RetentionClass; readonly count: number }[];
  typed: Readonly<Partial<Record<string, string>>>;
  warning: string | false;
};

/** How much would go at once, before anything is saved. */
export function ConfirmTerms({ due, typed, warning }: ConfirmProps) {
  const t = useTexts("team");
  return (
    <div className="flow">
      {warning && <p className="note">{warning}</p>}
      <p>{t("retention.confirm.text")}</p>
      <ul>
        {due.map(({ kind, count }) => (
          <li key={kind}>
            {t(`retention.class.${kind}.name`)}: {t(`retention.class.${kind}.count`, { count })}
          </li>
        ))}
      </ul>
      <Form method="post" className="actions" reloadDocument>
        <input type="hidden" name="intent" value="terms" />
        <input type="hidden" name="seen" value={due.map(({ kind, count }) => `${kind}=${count}`).join(" ")} />
        {Object.entries(typed).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <button type="submit" className="button button-destroys">
          {t("retention.confirm.save")}
        </button>
        <Link to="/settings/retention">{t("retention.confirm.back")}</Link>
      </Form>
    </div>
  );
}

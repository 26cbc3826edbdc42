import { SelectField, TextArea, TextField } from "#app/components/team/forms/field";
import { useTexts } from "#app/i18n/texts/use-texts";
import type { ActionFieldsView, OwnerChoice } from "#app/views/team/actions/action";

type Props = {
  readonly fields: ActionFieldsView;
  readonly owners: readonly OwnerChoice[];
  readonly errors: readonly { readonly field: string; readonly text: string }[];
};

/** What the team says of an action. */
export function ActionFields({ fields, owners, errors }: Props) {
  const t = useTexts("actions");
  const error = (field: string) => errors.find((one) => one.field === field)?.text;
  return (
    <>
      <TextArea
        name="gap"
        label={t("field.gap")}
        hint={t("field.gapHint")}
        value={fields.gap}
        error={error("gap")}
        rows={2}
        dir="auto"
      />
      <TextArea
        name="cause"
        label={t("field.cause")}
        hint={t("field.causeHint")}
        value={fields.cause}
        error={error("cause")}
        rows={2}
        dir="auto"
      />
      <TextArea
        name="step"
        label={t("field.step")}
        hint={t("field.stepHint")}
        value={fields.step}
        error={error("step")}
        rows={3}
        dir="auto"
      />
      <SelectField
        name="owner"
        label={t("field.owner")}
        hint={t("field.ownerHint")}
        value={fields.owner}
        error={error("owner")}
        choices={[
          { value: "", label: t("owner.nobody") },
          ...owners.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        width="in-m"
      />
      <TextField
        name="due"
        type="date"
        label={t("field.due")}
        value={fields.due}
        error={error("due")}
        width="in-s"
        required
      />
    </>
  );
}

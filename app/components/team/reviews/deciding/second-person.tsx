import { SelectField } from "#app/components/team/forms/field";
import { useTexts } from "#app/i18n/texts/use-texts";
import type { Decider } from "#app/views/team/reviews/review-page";

/** Who else has to agree. Whoever decides is not among them. */
export function SecondPerson({
  name = "second",
  people,
  value,
  error,
}: {
  /** Of the field, where the page has several. */
  name?: string;
  people: readonly Decider[];
  /** Who was chosen before. */
  value?: string;
  error?: string;
}) {
  const t = useTexts("reviews");
  const others = people.filter(({ isReader }) => !isReader);
  if (others.length === 0) return <p className="note">{t("decide.secondMissing")}</p>;
  const choices = others.map((one) => ({ value: one.id, label: one.name }));
  return (
    <SelectField
      name={name}
      label={t("decide.second")}
      value={value}
      choices={[{ value: "", label: t("decide.secondNone") }, ...choices]}
      error={error}
    />
  );
}

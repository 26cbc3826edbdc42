import { fieldClass } from "#app/components/forms/field-box";
import { describedBy, FieldHelp } from "#app/components/forms/field-help";
import { useTexts } from "#app/i18n/texts/use-texts";

/** The box by which somebody says that nobody shall see answers on North Korean labour for now. `id` is apart where two stand on a page. */
export function EvenFromLast({ id, error }: { id: string; error: string | undefined }) {
  const t = useTexts("team");
  return (
    <div className={fieldClass(error)}>
      <FieldHelp id={id} error={error} />
      <div className="choice">
        <input type="checkbox" id={id} name="evenFromLast" value="yes" aria-describedby={describedBy({ id, error })} />
        <label htmlFor={id}>{t("people.northKorea.evenFromLast")}</label>
      </div>
    </div>
  );
}

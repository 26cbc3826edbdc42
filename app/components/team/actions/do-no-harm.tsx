import { useTexts } from "#app/i18n/texts/use-texts";

/** What to do and not to do: beside every finding and action on North Korean labour. */
export function DoNoHarm() {
  const t = useTexts("actions");
  return (
    <section className="note flow" aria-labelledby="do-no-harm">
      <h2 id="do-no-harm">{t("harm.title")}</h2>
      <ul>
        {(["people", "ship", "names", "status", "honest"] as const).map((rule) => (
          <li key={rule}>{t(`harm.${rule}`)}</li>
        ))}
      </ul>
    </section>
  );
}

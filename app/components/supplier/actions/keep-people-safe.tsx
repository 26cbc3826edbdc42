import { useSupplierTexts } from "#app/components/text/supplier-words";

/** What not to do: beside everything that is about North Korean labour. */
export function KeepPeopleSafe() {
  const t = useSupplierTexts();
  return (
    <section className="note flow" aria-labelledby="harm">
      <h2 id="harm">{t("actions.harm.title")}</h2>
      <p>{t("actions.harm.text")}</p>
    </section>
  );
}

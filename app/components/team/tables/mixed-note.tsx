import { useTexts } from "#app/i18n/texts/use-texts";
import type { MixedVersions } from "#app/views/team/suppliers/filters/mixed-versions";

/** Says that the ratings of a list were made by different rules or countries, and how many by which. */
export function MixedNote({ mixed, marked = false }: { mixed: MixedVersions; marked?: boolean }) {
  const t = useTexts("ratings");
  if (mixed.length === 0) return null;
  return (
    <div className="note">
      <p>{t(marked ? "mixed.list" : "mixed.counts")}</p>
      <ul>
        {mixed.map(({ rules, edition, suppliers: count }) => (
          <li key={`${rules} ${edition}`}>{t("mixed.line", { count, rules, edition })}</li>
        ))}
      </ul>
    </div>
  );
}

import { useTranslation } from "react-i18next";

export type PageSection =
  | "rating"
  | "why"
  | "changes"
  | "expected"
  | "steps"
  | "sites"
  | "versions"
  | "findings"
  | "answers"
  | "documents"
  | "history"
  | "campaigns"
  | "contacts"
  | "trail";

/** What is on the page, at its side. */
export function SectionNavigation({ sections }: { sections: readonly PageSection[] }) {
  const { t } = useTranslation("ratings");
  return (
    <nav className="section-navigation" aria-label={t("page.onThisPage")}>
      <ol>
        {sections.map((section) => (
          <li key={section}>
            <a href={`#${section}`}>{t(`page.sections.${section}`)}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

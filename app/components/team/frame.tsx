import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { defaultLanguage, findLanguage } from "#app/i18n/languages";

/** What stands round every team page. `language` is the one its texts are in, which may not be the reader's. */
export function Frame({
  bar,
  language = defaultLanguage,
  children,
}: {
  bar: ReactNode;
  language?: string;
  children: ReactNode;
}) {
  const { t } = useTranslation("team");
  return (
    <div className="team" lang={language} dir={findLanguage(language)?.dir}>
      <a className="skip" href="#main">
        {t("skip")}
      </a>
      {bar}
      {children}
    </div>
  );
}

import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { SkipLink } from "#app/components/frame/skip-link";
import { useSingleClicks } from "#app/components/team/forms/use-single-clicks";
import { defaultLanguage, findLanguage } from "#app/i18n/languages";
import { useNavigation } from "#app/router/api/navigation";

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
  // The browser shows no sign of a change of page that is made by script.
  const busy = useNavigation().state !== "idle" || undefined;
  useSingleClicks();
  return (
    <div className="team" lang={language} dir={findLanguage(language)?.dir} aria-busy={busy}>
      <SkipLink text={t("skip")} />
      {bar}
      {children}
    </div>
  );
}

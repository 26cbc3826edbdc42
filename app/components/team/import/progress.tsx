import { useTranslation } from "react-i18next";
import { Meter } from "#app/components/team/progress/meter";
import { usePolling } from "#app/components/team/progress/use-polling";
import { useLocation } from "#app/router/api/navigation";

/** How far an import is, in rows: looked up again every three seconds, and nobody has to wait for it. */
export function ImportProgress({ done, all }: { done: number; all: number }) {
  const { t } = useTranslation("team");
  const { search } = useLocation();
  usePolling();
  return (
    <section className="section flow inviting">
      <p role="status">
        {all === 0 ? (
          t("import.goingOn.waiting")
        ) : (
          <Meter done={done} all={all} words={t("import.goingOn.progress", { done, all })} />
        )}
      </p>
      <p className="muted">{t("import.goingOn.text")}</p>
      <noscript>
        <a href={search === "" ? "?" : search}>{t("import.goingOn.again")}</a>
      </noscript>
    </section>
  );
}

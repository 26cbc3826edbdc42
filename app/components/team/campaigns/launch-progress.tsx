import { useTranslation } from "react-i18next";
import { Meter } from "#app/components/team/progress/meter";
import { usePolling } from "#app/components/team/progress/use-polling";

/** How far a launch is, while it goes on: looked up again every three seconds, and nobody has to wait for it. */
export function LaunchProgress({ done, all }: { done: number; all: number }) {
  const { t } = useTranslation("team");
  usePolling();
  return (
    <section className="section flow inviting">
      <h2>{t("campaign.inviting.title")}</h2>
      <p>
        <Meter done={done} all={all} words={t("campaign.inviting.progress", { done, all })} />
      </p>
      <p className="muted">{t("campaign.inviting.text")}</p>
      <noscript>
        <a href="?">{t("campaign.inviting.again")}</a>
      </noscript>
    </section>
  );
}

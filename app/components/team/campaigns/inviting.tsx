import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { useRevalidator } from "#app/router/api/navigation";
import { Meter } from "./meter";

const lookAgainMs = 3_000;

/** How far a launch is, while it goes on: looked up again every three seconds, and nobody has to wait for it. */
export function Inviting({ done, all }: { done: number; all: number }) {
  const { t } = useTranslation("team");
  const { state, revalidate } = useRevalidator();
  useEffect(() => {
    if (state !== "idle") return;
    const timer = setTimeout(revalidate, lookAgainMs);
    return () => clearTimeout(timer);
  }, [state, revalidate]);
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

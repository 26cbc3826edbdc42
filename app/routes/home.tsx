import { useTranslation } from "react-i18next";
import type { RouteHandle } from "#app/page/route-handle";

export const handle = { plain: true } satisfies RouteHandle;

export default function Home() {
  const { t } = useTranslation();
  return (
    <main>
      <h1>{t("home.title")}</h1>
      <p>{t("home.lead")}</p>
    </main>
  );
}

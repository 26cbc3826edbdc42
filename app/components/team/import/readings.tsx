import { useTranslation } from "react-i18next";
import { Link } from "#app/router/api/navigation";
import type { ImportReading } from "#app/views/team/import";
import { useChosen } from "./columns";

/** Names from the file in each of the readings that may be right; one press chooses. */
export function ImportReadings({ plan }: { plan: ImportReading }) {
  const { t } = useTranslation("team");
  const chosen = useChosen();
  const { looksLike, offered } = plan;
  return (
    <section className="decide flow">
      <h2>{t("import.unsure.title")}</h2>
      <p>{looksLike ? t("import.unsure.looksLike", { language: looksLike }) : t("import.unsure.text")}</p>
      <ul className="readings">
        {offered.map(({ encoding, name, names }) => (
          <li key={encoding} className="flow">
            {names.map((one) => (
              <p key={one}>
                <bdi>{one}</bdi>
              </p>
            ))}
            <Link className="button button-second" to={chosen("encoding", encoding)}>
              {t("import.unsure.choose", { encoding: name })}
            </Link>
          </li>
        ))}
      </ul>
      <p className="muted">{t("import.unsure.other")}</p>
    </section>
  );
}

import { useTexts } from "#app/i18n/texts/use-texts";

const kinds = ["csv", "xlsx", "json"] as const;

/** The suppliers of this view as files: with the columns that it shows, or with all that is known of them. */
export function ExportMenu({ at }: { at: string }) {
  const t = useTexts("table");
  const hrefOf = (kind: (typeof kinds)[number], isShown: boolean) => {
    const href = at.replace("/suppliers.csv", `/suppliers.${kind}`);
    return isShown ? `${href}${href.includes("?") ? "&" : "?"}shown=1` : href;
  };
  return (
    <details className="panel panel-menu">
      <summary className="button button-second">{t("export.summary")}</summary>
      <div className="panel-body flow">
        <h2>{t("export.shown")}</h2>
        <ul>
          {kinds.map((kind) => (
            <li key={kind}>
              <a href={hrefOf(kind, true)} download>
                {t(`export.kind.${kind}`)}
              </a>
            </li>
          ))}
        </ul>
        <h2>{t("export.all")}</h2>
        <ul>
          {kinds.map((kind) => (
            <li key={kind}>
              <a href={hrefOf(kind, false)} download>
                {t(`export.kind.${kind}`)}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </details>
  );
}

import { useTexts } from "#app/i18n/texts/use-texts";
import { Link } from "#app/router/api/navigation";

/** Recovery codes, the one time that they are shown. */
export function RecoveryCodes({ codes }: { codes: readonly string[] }) {
  const t = useTexts("team");
  return (
    <section className="section flow" role="status">
      <h2>{t("second.codes")}</h2>
      <p>{t("second.codesHint")}</p>
      <ul className="recovery-codes mono">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <p className="actions">
        <Link to="/settings/account" className="button">
          {t("second.codesDone")}
        </Link>
      </p>
    </section>
  );
}

import { useTranslation } from "react-i18next";
import { Form } from "#app/router/navigation";

export type RateAgainProps = {
  editions: readonly { id: string; name: string; newest: boolean }[];
  error?: string;
};

/** Rates the same answers again, beside the old rating. */
export function RateAgain({ editions, error }: RateAgainProps) {
  const { t } = useTranslation("ratings");
  return (
    <Form method="post" className="rate-again">
      <h3>{t("page.rateAgain.title")}</h3>
      <p>{t("page.rateAgain.text")}</p>
      <div className="fields-inline">
        <div className={error ? "field field-error" : "field"}>
          <label htmlFor="edition">{t("page.rateAgain.edition")}</label>
          {error && (
            <p className="error-text" id="edition-error">
              {error}
            </p>
          )}
          <select
            id="edition"
            name="edition"
            aria-invalid={error ? true : undefined}
            aria-describedby={error && "edition-error"}
          >
            {editions.map(({ id, name, newest }) => (
              <option key={id} value={id}>
                {newest ? t("page.rateAgain.newest", { name }) : name}
              </option>
            ))}
          </select>
        </div>
        <button type="submit" className="button button-second">
          {t("page.rateAgain.submit")}
        </button>
      </div>
    </Form>
  );
}

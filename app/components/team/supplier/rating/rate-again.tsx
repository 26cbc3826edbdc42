import { useTranslation } from "react-i18next";
import { SelectField } from "#app/components/team/forms/field";
import { PagePart } from "#app/components/team/supplier/page-part";
import { Form } from "#app/router/api/navigation";
import type { EditionChoice } from "#app/views/team/supplier/supplier-page";

/** Rates the same answers again, beside the old rating. */
export function RateAgain({ editions, error }: { editions: readonly EditionChoice[]; error?: string }) {
  const { t } = useTranslation("ratings");
  return (
    <PagePart id="rate-again" title={t("page.rateAgain.title")} open={error !== undefined}>
      <Form method="post" className="rate-again">
        <p>{t("page.rateAgain.text")}</p>
        <div className="fields-inline">
          <SelectField
            name="edition"
            label={t("page.rateAgain.edition")}
            error={error}
            choices={editions.map(({ id, name, newest }) => ({
              value: id,
              label: newest ? t("page.rateAgain.newest", { name }) : name,
            }))}
          />
          <button type="submit" className="button button-second">
            {t("page.rateAgain.submit")}
          </button>
        </div>
      </Form>
    </PagePart>
  );
}

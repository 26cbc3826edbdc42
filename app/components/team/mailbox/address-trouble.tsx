import { useTranslation } from "react-i18next";
import { TextField } from "#app/components/team/forms/field";
import { Form } from "#app/router/api/navigation";
import type { AddressState } from "#terms/mails/inbound";

type AddressTroubleProps = {
  state: AddressState;
  since: string;
  said?: string;
  stops: boolean;
  mayChange: boolean;
  /** What is typed in place of the address, and what is wrong with it. */
  email: string;
  error?: string;
};

/** What is known against the address of a recipient, and what can be done about it. */
export function AddressTrouble({ state, since, said, stops, mayChange, email, error }: AddressTroubleProps) {
  const { t } = useTranslation("team");
  return (
    <section className="note flow" aria-labelledby="address">
      <h2 id="address">{t("address.title")}</h2>
      <p>{t(`address.state.${state}`, { since })}</p>
      {said && (
        <p>
          {t("address.said")} <bdi>{said}</bdi>
        </p>
      )}
      {mayChange && stops && (
        <Form method="post" className="flow">
          <TextField type="email" name="email" label={t("address.email")} value={email} error={error} width="in-m" />
          <div className="actions">
            <button type="submit" name="intent" value="mend" className="button">
              {t("address.mend")}
            </button>
            <button type="submit" name="intent" value="works" className="button button-second">
              {t("address.works")}
            </button>
          </div>
        </Form>
      )}
    </section>
  );
}

import { useTranslation } from "react-i18next";
import { Form, Link } from "#app/router/api/navigation";
import type { AddressState } from "#terms/mails/inbound";

type AddressTroubleProps = {
  state: AddressState;
  since: string;
  said?: string;
  stops: boolean;
  /** Where the contact is changed. */
  contactAt: string;
  mayChange: boolean;
};

/** What is known against the address of a recipient, and what can be done about it. */
export function AddressTrouble({ state, since, said, stops, contactAt, mayChange }: AddressTroubleProps) {
  const { t } = useTranslation("team");
  return (
    <div className="note flow">
      <p>{t(`address.state.${state}`, { since })}</p>
      {said && (
        <p>
          {t("address.said")} <bdi>{said}</bdi>
        </p>
      )}
      {mayChange && stops && (
        <Form method="post" className="actions">
          <Link to={contactAt} className="button button-second">
            {t("address.mend")}
          </Link>
          <button type="submit" name="intent" value="works" className="button button-second">
            {t("address.works")}
          </button>
        </Form>
      )}
    </div>
  );
}

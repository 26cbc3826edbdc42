import { useTexts } from "#app/i18n/texts/use-texts";
import { Form } from "#app/router/api/navigation";
import type { ApiScope } from "#terms/api-scopes";

export type KeyLine = {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly ApiScope[];
  readonly by: string;
  readonly state: "open" | "expired" | "revoked";
  readonly made: string;
  readonly expires: string;
  readonly used?: string;
  readonly ended?: string;
};

/** All keys, each with what it may and since when; those in use can be revoked. */
export function KeyTable({ keys }: { readonly keys: readonly KeyLine[] }) {
  const t = useTexts("api");
  return (
    <section className="section">
      <h2>{t("table")}</h2>
      <p className="muted">{t("usedHint")}</p>
      <table className="rows">
        <thead>
          <tr>
            <th scope="col">{t("name")}</th>
            <th scope="col">{t("scopes")}</th>
            <th scope="col">{t("by")}</th>
            <th scope="col">{t("made")}</th>
            <th scope="col">{t("expires")}</th>
            <th scope="col">{t("used")}</th>
            <th scope="col">
              <span className="visually-hidden">{t("revoke")}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {keys.map((key) => (
            <tr key={key.id}>
              <td>
                <bdi>{key.name}</bdi>
                <small>{t(`state.${key.state}`, { day: key.ended })}</small>
              </td>
              <td data-label={t("scopes")}>
                <span dir="ltr">{key.scopes.join(", ")}</span>
              </td>
              <td data-label={t("by")}>
                <bdi>{key.by}</bdi>
              </td>
              <td data-label={t("made")}>{key.made}</td>
              <td data-label={t("expires")}>{key.expires}</td>
              <td data-label={t("used")}>{key.used ?? t("never")}</td>
              <td>{key.state === "open" && <Revoke id={key.id} name={key.name} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Revoke({ id, name }: { readonly id: string; readonly name: string }) {
  const t = useTexts("api");
  return (
    <Form method="post" reloadDocument>
      <input type="hidden" name="key" value={id} />
      <button
        type="submit"
        name="intent"
        value="revoke"
        className="button-plain"
        aria-label={t("revokeNamed", { name })}
      >
        {t("revoke")}
      </button>
    </Form>
  );
}

import { useTexts } from "#app/i18n/texts/use-texts";
import { Form } from "#app/router/api/navigation";
import type { Role } from "#terms/roles";

export type JoiningLine = {
  readonly id: string;
  readonly generation: number;
  readonly email: string;
  readonly role: Role;
  readonly until: string;
  readonly isOver: boolean;
};

/** Who was invited and has not joined, each with what can be done about it. */
export function Joinings({ joinings }: { joinings: readonly JoiningLine[] }) {
  const t = useTexts("team");
  if (joinings.length === 0) return null;
  return (
    <section className="section">
      <h2>{t("people.invited")}</h2>
      <table className="rows">
        <thead>
          <tr>
            <th scope="col">{t("people.email")}</th>
            <th scope="col">{t("people.role")}</th>
            <th scope="col">{t("people.until")}</th>
            <th scope="col">
              <span className="visually-hidden">{t("people.renew")}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {joinings.map(({ id, generation, email, role, until, isOver }) => (
            <tr key={id}>
              <td>{email}</td>
              <td data-label={t("people.role")}>{t(`role.${role}`)}</td>
              <td data-label={t("people.until")}>
                {until}
                {isOver && <small>{t("people.over")}</small>}
              </td>
              <td>
                <Form method="post" reloadDocument>
                  <input type="hidden" name="joining" value={id} />
                  <input type="hidden" name="generation" value={generation} />
                  <button type="submit" name="intent" value="renew" className="button-plain">
                    {t("people.renew")}
                    <span className="visually-hidden"> {t("people.renewWhat", { email })}</span>
                  </button>{" "}
                  <button type="submit" name="intent" value="withdraw" className="button-plain">
                    {t("people.withdraw")}
                    <span className="visually-hidden"> {t("people.withdrawWhat", { email })}</span>
                  </button>
                </Form>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

import { useTexts } from "#app/i18n/texts/use-texts";
import { Form } from "#app/router/api/navigation";

export type SessionLine = {
  readonly id: string;
  readonly since: string;
  readonly lastSeen: string;
  readonly address?: string;
  readonly agent?: string;
  readonly isOwn: boolean;
};

/** Where somebody is signed in, each with a button that ends it. */
export function Sessions({ sessions, mayEnd }: { sessions: readonly SessionLine[]; mayEnd: boolean }) {
  const t = useTexts("team");
  return (
    <table className="rows">
      <thead>
        <tr>
          <th scope="col">{t("account.agent")}</th>
          <th scope="col">{t("account.address")}</th>
          <th scope="col">{t("account.since")}</th>
          <th scope="col">{t("account.lastSeen")}</th>
          {mayEnd && (
            <th scope="col">
              <span className="visually-hidden">{t("account.end")}</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {sessions.map(({ id, since, lastSeen, address, agent = t("account.unknown"), isOwn }) => (
          <tr key={id}>
            <td>
              <bdi>{agent}</bdi>
              {isOwn && <small>{t("account.own")}</small>}
            </td>
            <td data-label={t("account.address")} className="num">
              <bdi>{address ?? t("account.unknown")}</bdi>
            </td>
            <td data-label={t("account.since")}>{since}</td>
            <td data-label={t("account.lastSeen")}>{lastSeen}</td>
            {mayEnd && (
              <td>
                <Form method="post" reloadDocument>
                  <input type="hidden" name="intent" value="end-session" />
                  <input type="hidden" name="session" value={id} />
                  <button type="submit" className="button-plain">
                    {t("account.end")}
                    <span className="visually-hidden"> {t("account.endWhat", { agent, since })}</span>
                  </button>
                </Form>
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

import { useTranslation } from "react-i18next";
import { DataTable } from "#app/components/team/tables/data-table";
import type { ContactLine } from "#app/views/team/supplier/record";

/** Who is written to, and in which language. */
export function Contacts({ contacts }: { contacts: readonly ContactLine[] }) {
  const { t } = useTranslation("ratings");
  const head = (
    <>
      {(["name", "email", "language"] as const).map((column) => (
        <th key={column} scope="col">
          {t(`page.contacts.${column}`)}
        </th>
      ))}
    </>
  );
  return (
    <section id="contacts" className="section">
      <h2>{t("page.contacts.title")}</h2>
      {contacts.length === 0 ? (
        <p>{t("page.contacts.none")}</p>
      ) : (
        <DataTable label={t("page.contacts.title")} head={head}>
          <tbody>
            {contacts.map(({ id, name, email, language, endonym }) => (
              <tr key={id}>
                <th scope="row">
                  {name === undefined ? <span className="dim">{t("page.contacts.noName")}</span> : <bdi>{name}</bdi>}
                </th>
                <td className="ltr">{email}</td>
                <td>
                  <bdi lang={language}>{endonym}</bdi>
                </td>
              </tr>
            ))}
          </tbody>
        </DataTable>
      )}
    </section>
  );
}

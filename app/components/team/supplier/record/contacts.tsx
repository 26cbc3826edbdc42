import { useTranslation } from "react-i18next";
import { PagePart } from "#app/components/team/supplier/page-part";
import { DataTable } from "#app/components/team/tables/data-table";
import { Link } from "#app/router/api/navigation";
import type { ContactLine } from "#app/views/team/supplier/record";

/** Who is written to, and in which language. */
export function Contacts({ contacts, add }: { contacts: readonly ContactLine[]; add?: string }) {
  const { t } = useTranslation("ratings");
  const head = (
    <>
      {(["name", "email", "language"] as const).map((column) => (
        <th key={column} scope="col">
          {t(`page.contacts.${column}`)}
        </th>
      ))}
      {contacts.some(({ href }) => href !== undefined) && (
        <th scope="col">
          <span className="visually-hidden">{t("page.contacts.change")}</span>
        </th>
      )}
    </>
  );
  return (
    <PagePart id="contacts" title={t("page.contacts.title")} count={String(contacts.length)}>
      {contacts.length === 0 ? (
        <p>{t("page.contacts.none")}</p>
      ) : (
        <DataTable label={t("page.contacts.title")} head={head}>
          <tbody>
            {contacts.map(({ id, name, email, language, endonym, href }) => (
              <tr key={id}>
                <th scope="row">
                  {name === undefined ? <span className="dim">{t("page.contacts.noName")}</span> : <bdi>{name}</bdi>}
                </th>
                <td className="ltr">{email}</td>
                <td>
                  <bdi lang={language}>{endonym}</bdi>
                </td>
                {href !== undefined && (
                  <td>
                    <Link to={href} aria-label={t("page.contacts.changeOf", { who: name ?? email })}>
                      {t("page.contacts.change")}
                    </Link>
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </DataTable>
      )}
      {add !== undefined && (
        <p>
          <Link to={add}>{t("page.contacts.add")}</Link>
        </p>
      )}
    </PagePart>
  );
}

import { TextField } from "#app/components/team/forms/field";
import { DataTable } from "#app/components/team/tables/data-table";
import { useTexts } from "#app/i18n/texts/use-texts";
import { Form, Link } from "#app/router/api/navigation";
import type { TrialLine, WhatIfPage } from "#app/views/team/rules/what-if";

/** Keeps what is tried under a name. `error`: what is wrong with the name that was `typed`. */
export function SaveTrial({ kept, typed, error }: Pick<WhatIfPage, "kept"> & { typed?: string; error?: string }) {
  const t = useTexts("ratings");
  return (
    <Form method="post" action="/what-if" className="section flow" reloadDocument>
      <h2>{t("whatIf.saveAs")}</h2>
      <input type="hidden" name="intent" value="save" />
      {kept.map(({ name, value }) => (
        <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
      ))}
      <TextField
        name="name"
        label={t("whatIf.trialName")}
        hint={t("whatIf.trialNameHint")}
        value={typed}
        error={error}
        width="in-m"
        maxLength={200}
      />
      <button type="submit" className="button button-second">
        {t("whatIf.save")}
      </button>
    </Form>
  );
}

/** The trials that somebody may look at; what is their own they share or delete. */
export function Trials({ trials }: Pick<WhatIfPage, "trials">) {
  const t = useTexts("ratings");
  return (
    <section className="section">
      <h2>{t("whatIf.trials")}</h2>
      {trials.length === 0 ? (
        <p className="muted">{t("whatIf.trialsNone")}</p>
      ) : (
        <DataTable
          label={t("whatIf.trials")}
          head={
            <>
              <th scope="col">{t("whatIf.trialName")}</th>
              <th scope="col">{t("whatIf.by")}</th>
              <th scope="col">{t("whatIf.who")}</th>
              <th scope="col">{t("whatIf.part.column")}</th>
              <td />
            </>
          }
        >
          <tbody>
            {trials.map((trial) => (
              <Trial key={trial.id} {...trial} />
            ))}
          </tbody>
        </DataTable>
      )}
    </section>
  );
}

function Trial({ id, name, by, href, isOwn, isShared, isPart }: TrialLine) {
  const t = useTexts("ratings");
  return (
    <tr>
      <th scope="row">
        <Link to={href}>
          <bdi>{name}</bdi>
        </Link>
      </th>
      <td>{isOwn ? t("whatIf.own") : <bdi>{by}</bdi>}</td>
      <td>{t(isShared ? "whatIf.shared" : "whatIf.private")}</td>
      <td>{t(isPart ? "whatIf.part.some" : "whatIf.part.everybody")}</td>
      <td>
        {isOwn && (
          <Form method="post" action="/what-if" reloadDocument className="actions">
            <input type="hidden" name="trial" value={id} />
            <button type="submit" name="intent" value={isShared ? "unshare" : "share"} className="button-plain">
              {t(isShared ? "whatIf.unshare" : "whatIf.share")}
            </button>
            <button type="submit" name="intent" value="remove" className="button-plain">
              {t("whatIf.remove")}
            </button>
          </Form>
        )}
      </td>
    </tr>
  );
}

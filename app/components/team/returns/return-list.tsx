import { useTranslation } from "react-i18next";
import { ErrorSummary, SelectField, TextField } from "#app/components/team/forms/field";
import { Form, Link } from "#app/router/api/navigation";
import type { ReturnListView } from "#app/views/team/supplier/returns";
import { Answers, ReturnedQuestion } from "./returned-question";

type Props = {
  readonly list: ReturnListView;
  /** What was typed, and what is wrong with it, where it could not be sent. */
  readonly typed?: { readonly date: string; readonly name: string; readonly error?: string };
};

/** The questions that go back, and the one mail that brings them. */
export function ReturnList({ list, typed }: Props) {
  const { t } = useTranslation("team");
  const { lines, isPartial } = list;
  return (
    <>
      {lines.length === 0 && <p>{t("returns.empty")}</p>}
      {lines.length > 0 && <p>{t("returns.lead", { count: lines.length })}</p>}
      {lines.map((line) => (
        <ReturnedQuestion key={line.code} line={line}>
          <Answers pairs={[[t("returns.signed"), line.before]]} />
          <Form method="post" className="actions" reloadDocument>
            <Link to={line.href}>{t("returns.edit", { code: line.code })}</Link>
            <input type="hidden" name="question" value={line.code} />
            <button type="submit" name="do" value="take-off" className="button button-second">
              {t("returns.takeOff", { code: line.code })}
            </button>
          </Form>
        </ReturnedQuestion>
      ))}
      {isPartial && <p className="note">{t("returns.hidden")}</p>}
      {lines.length > 0 && !isPartial && <Sending list={list} typed={typed} />}
    </>
  );
}

function Sending({ list, typed }: Props) {
  const { t } = useTranslation("team");
  const { lines, seen, zone, name, reviewer, isOften, isAlone, unmailed, mail } = list;
  if (isOften) return <p className="note">{t("returns.isOften", { times: list.rounds })}</p>;
  if (isAlone) return <p className="note">{t("returns.isAlone")}</p>;
  const errors = typed?.error ? [{ field: "date", text: typed.error }] : [];
  return (
    <section className="section flow">
      <h2>{t("returns.send")}</h2>
      <Form method="post" className="flow" reloadDocument>
        <ErrorSummary title={t("form.problem")} errors={errors} />
        {unmailed && <p className="note">{t(unmailed === "no-mail" ? "returns.noMail" : "returns.optedOut")}</p>}
        <input type="hidden" name="seen" value={seen} />
        <TextField
          name="date"
          type="date"
          label={t("returns.date")}
          hint={t("returns.dateHint", { zone: zone.replaceAll("_", " ") })}
          value={typed?.date ?? list.date}
          error={typed?.error}
          width="in-s"
        />
        <SelectField
          name="name"
          label={t("returns.who")}
          value={typed?.name ?? name}
          choices={[
            { value: "hide", label: t("returns.hide") },
            { value: "show", label: t("returns.show", { name: reviewer }) },
          ]}
          width="in-m"
        />
        <div className="actions">
          <button type="submit" name="do" value="send" className="button">
            {t("returns.sendButton", { count: lines.length })}
          </button>
        </div>
      </Form>
      {mail && <MailPreview mail={mail} name={name} />}
    </section>
  );
}

function MailPreview({ mail, name }: Pick<ReturnListView, "name"> & { mail: NonNullable<ReturnListView["mail"]> }) {
  const { t } = useTranslation("team");
  return (
    <section className="flow" aria-labelledby="mail-preview">
      <h3 id="mail-preview">{t("returns.preview")}</h3>
      <p className="muted">{t("returns.previewText")}</p>
      <p>
        <strong>
          <bdi>{mail.subject}</bdi>
        </strong>
        <span className="second-line">{t("returns.to", { to: mail.to })}</span>
      </p>
      <pre className="mail-text" dir="auto" lang={mail.language}>
        {mail.text}
      </pre>
      <p>
        <Link to={name === "show" ? "?name=hide" : "?name=show"}>
          {t(name === "show" ? "returns.previewWithout" : "returns.previewWith")}
        </Link>
      </p>
    </section>
  );
}

import type { ReactNode } from "react";
import { SelectField, TextField } from "#app/components/team/forms/field";
import { Head } from "#app/components/team/frame/page-header";
import { useTexts } from "#app/i18n/texts/use-texts";
import { Form, Link } from "#app/router/api/navigation";
import type { MarkingPage as View } from "#app/views/team/suppliers/marking";

/** What is wrong with one of the forms, and what was typed into it. */
export type MarkingFault = { readonly field: string; readonly text: string; readonly tag: string };

/**
 * Asks many suppliers in a campaign, tags them, takes a tag off them, says who looks after them, archives or restores them: each with
 * the number that it is about on its button.
 */
export function MarkingPage({ fault, ...page }: View & { fault?: MarkingFault }) {
  const t = useTexts("table");
  const { suppliers, archived, isTooMany, most, named, people, tags, askAt, back } = page;
  const errorOf = (field: string) => (fault?.field === field ? fault.text : undefined);
  const nobody = { value: "", label: t("marks.nobody") };
  return (
    <main id="main" tabIndex={-1} className="wide narrow">
      <Head title={page.title} back={{ to: back, label: t("views.back") }} />
      <p>
        <strong>{t("marks.chosen", { count: suppliers })}</strong>{" "}
        {named.map(({ id, name, ref }, place) => (
          <span key={id}>
            {place > 0 && ", "}
            <bdi>{name}</bdi> <span className="dim">{ref}</span>
          </span>
        ))}{" "}
        {suppliers > named.length && t("marks.more", { count: suppliers - named.length })}{" "}
        {archived > 0 && t("marks.archived", { count: archived })}
      </p>
      {askAt !== undefined && (
        <section className="view-form flow">
          <h2>{t("marks.ask")}</h2>
          <p>{t("marks.askText")}</p>
          <p>
            <Link className="button button-second" to={askAt}>
              {t("marks.askSubmit", { count: suppliers })}
            </Link>
          </p>
        </section>
      )}
      {isTooMany && <p className="note">{t("marks.tooMany", { most })}</p>}
      {suppliers === 0 && <p>{t("marks.none")}</p>}
      {!isTooMany && suppliers > 0 && (
        <>
          <Part
            intent="tag"
            suppliers={suppliers}
            title={t("marks.tag")}
            submit={t("marks.tagSubmit", { count: suppliers })}
          >
            <TextField
              name="tag"
              label={t("marks.tagName")}
              hint={t("marks.tagHint")}
              value={fault?.tag}
              error={errorOf("tag")}
              width="in-m"
              maxLength={40}
            />
          </Part>
          {tags.length > 0 && (
            <Part
              intent="untag"
              suppliers={suppliers}
              title={t("marks.untag")}
              submit={t("marks.untagSubmit", { count: suppliers })}
            >
              <SelectField
                name="untag"
                label={t("marks.tagName")}
                error={errorOf("untag")}
                choices={tags.map(({ id, name }) => ({ value: id, label: name }))}
                width="in-m"
              />
            </Part>
          )}
          <Part
            intent="owner"
            suppliers={suppliers}
            title={t("marks.owner")}
            submit={t("marks.ownerSubmit", { count: suppliers })}
          >
            <SelectField
              name="owner"
              label={t("marks.ownerName")}
              error={errorOf("owner")}
              choices={[nobody, ...people.map(({ id, name }) => ({ value: id, label: name }))]}
              width="in-m"
            />
          </Part>
          <ArchiveParts suppliers={suppliers} archived={archived} error={errorOf("archive") ?? errorOf("restore")} />
        </>
      )}
      <p>
        <Link to={back}>{t("marks.cancel")}</Link>
      </p>
    </main>
  );
}

/** Putting aside those that are not archived, and taking back those that are. */
function ArchiveParts({ suppliers, archived, error }: { suppliers: number; archived: number; error?: string }) {
  const t = useTexts("table");
  const others = suppliers - archived;
  return (
    <>
      {error !== undefined && (
        <p className="error-text" role="alert">
          {error}
        </p>
      )}
      {others > 0 && (
        <Part
          intent="archive"
          suppliers={suppliers}
          title={t("marks.archive")}
          submit={t("marks.archiveSubmit", { count: others })}
        >
          <p>{t("marks.archiveText")}</p>
          <p>{t("marks.archiveOpen")}</p>
        </Part>
      )}
      {archived > 0 && (
        <Part
          intent="restore"
          suppliers={suppliers}
          title={t("marks.restore")}
          submit={t("marks.restoreSubmit", { count: archived })}
        >
          <p>{t("marks.restoreText")}</p>
        </Part>
      )}
    </>
  );
}

type PartProps = { intent: string; suppliers: number; title: string; submit: string; children: ReactNode };

function Part({ intent, suppliers, title, submit, children }: PartProps) {
  return (
    <Form id={`part-${intent}`} method="post" className="view-form flow" reloadDocument>
      <h2>{title}</h2>
      <input type="hidden" name="seen" value={suppliers} />
      {children}
      <button type="submit" name="intent" value={intent} className="button button-second">
        {submit}
      </button>
    </Form>
  );
}

import { TextField } from "#app/components/team/forms/field";
import { Head } from "#app/components/team/frame/page-header";
import { useTexts } from "#app/i18n/texts/use-texts";
import { Form, Link } from "#app/router/api/navigation";
import type { SavedViewLine, SavedViewsPage } from "#app/views/team/suppliers/saved-views";

/** What was typed into one of the forms and could not be kept. `view`: absent in the form that keeps a new one. */
export type TypedView = { readonly view?: string; readonly name: string; readonly error?: string };

/** The views of the suppliers table that somebody keeps, each with what can be done with it. */
export function ViewsPage({ title, views, asked, back, typed }: SavedViewsPage & { typed?: TypedView }) {
  const t = useTexts("table");
  const own = views.filter(({ isOwn }) => isOwn);
  const shared = views.filter(({ isOwn }) => !isOwn);
  return (
    <main id="main" tabIndex={-1} className="wide narrow">
      <Head title={title} back={{ to: back, label: t("views.back") }} />
      {asked !== undefined && <Keep asked={asked} typed={typed?.view === undefined ? typed : undefined} />}
      <section className="section">
        <h2>{t("views.own")}</h2>
        {own.length === 0 && <p className="muted">{t("views.none")}</p>}
        {own.map((view) => (
          <Own key={view.id} line={view} typed={typed?.view === view.id ? typed : undefined} />
        ))}
      </section>
      {shared.length > 0 && (
        <section className="section">
          <h2>{t("views.others")}</h2>
          <ul>
            {shared.map(({ id, name, href, by }) => (
              <li key={id}>
                <Link to={href}>
                  <bdi>{name}</bdi>
                </Link>{" "}
                <span className="muted">{t("views.by", { by })}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </main>
  );
}

function Keep({ asked, typed }: { asked: string; typed?: TypedView }) {
  const t = useTexts("table");
  return (
    <Form method="post" className="section flow" reloadDocument>
      <h2>{t("views.keep")}</h2>
      <input type="hidden" name="query" value={asked} />
      <TextField
        name="name"
        label={t("views.name")}
        hint={t("views.nameHint")}
        value={typed?.name}
        error={typed?.error}
        width="in-m"
        maxLength={80}
      />
      <Tick name="isShared" label={t("views.shareLong")} />
      <button type="submit" name="intent" value="save" className="button">
        {t("views.save")}
      </button>
    </Form>
  );
}

function Own({ line, typed }: { line: SavedViewLine; typed?: TypedView }) {
  const t = useTexts("table");
  const { id, name, href, isShared, isFirst } = line;
  return (
    <Form method="post" className="view-form flow" reloadDocument aria-label={name}>
      <p>
        <Link to={href}>
          <bdi>{name}</bdi>
        </Link>
      </p>
      <input type="hidden" name="view" value={id} />
      <TextField
        name={`name-${id}`}
        label={t("views.name")}
        value={typed?.name ?? name}
        error={typed?.error}
        width="in-m"
      />
      <Tick name="isShared" label={t("views.shareLong")} isSet={isShared} />
      <Tick name="isFirst" label={t("views.first")} isSet={isFirst} />
      <p className="actions">
        <button type="submit" name="intent" value="change" className="button button-second">
          {t("views.change")}
        </button>
        <button type="submit" name="intent" value="remove" className="button-plain">
          {t("views.remove", { name })}
        </button>
      </p>
    </Form>
  );
}

function Tick({ name, label, isSet = false }: { name: string; label: string; isSet?: boolean }) {
  return (
    <label className="choice-line">
      <input type="checkbox" name={name} defaultChecked={isSet} /> {label}
    </label>
  );
}

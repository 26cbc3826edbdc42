import { Field } from "#app/components/supplier/controls/field";
import { Totals } from "#app/components/supplier/controls/totals";
import { OfferBox, OfferForm } from "#app/components/supplier/earlier/offer-box";
import { useAutosaveWords } from "#app/components/supplier/frame/autosave";
import { NotSaved, PageErrors } from "#app/components/supplier/frame/error-summary";
import { Frame } from "#app/components/supplier/frame/frame";
import { Margin } from "#app/components/supplier/frame/margin";
import { NearbyQuestions } from "#app/components/supplier/question/nearby-questions";
import { ForeignText } from "#app/components/text/foreign-text";
import { useSupplierTexts } from "#app/components/text/supplier-words";
import { bareText } from "#app/i18n/page-text";
import type { RemoveRowView, RowPageView } from "#app/views/supplier/question/rows";

/** One row of a table, with all its columns below each other. */
export function RowPage({ view }: { view: RowPageView }) {
  const t = useSupplierTexts();
  return (
    <Frame
      frame={view.frame}
      before={view.notSaved ? <NotSaved /> : <PageErrors errors={view.errors} />}
      margin={<Margin section={view.section} code={view.code} />}
      asideLabel={t("place.label")}
      aside={view.places.length > 0 && <NearbyQuestions section={view.about} places={view.places} />}
    >
      <div>
        <Kicker view={view} />
        <h1>
          {view.remove ? (
            <bdi>
              <ForeignText words={view.remove.name} />
            </bdi>
          ) : (
            <ForeignText words={view.title} />
          )}
        </h1>
        {view.hint && (
          <p className="hint">
            <ForeignText words={view.hint} />
          </p>
        )}
      </div>
      <OfferForm offer={view.earlier} />
      {view.earlier && <OfferBox offer={view.earlier} code={view.code} />}
      {view.draftKept && <p className="note">{view.draftKept}</p>}
      {view.copied && (
        <p className="note" role="status">
          {view.copied}
        </p>
      )}
      {view.full && <p className="note">{t("rows.full", { max: view.full.most })}</p>}
      {(!view.full || view.full.isTyped) && <RowForm view={view} />}
      {view.remove && (
        <p>
          <a href={view.remove.href}>{t("rows.removeThis", { name: bareText(view.remove.name) })}</a>
        </p>
      )}
    </Frame>
  );
}

function RowForm({ view }: { view: RowPageView }) {
  const t = useSupplierTexts();
  return (
    <form method="post" id="page" {...useAutosaveWords()} data-copied={view.copied && ""}>
      {view.canCopy && <CopyButton />}
      <input type="hidden" name="basedOn" value={view.basedOn} />
      {view.seen && <input type="hidden" name="seen" value={view.seen} />}
      {view.fields.map((field) => (
        <Field key={field.id} field={field} />
      ))}
      {view.fit.length > 0 && (
        <div className="field">
          <Totals fit={view.fit} />
        </div>
      )}
      <div className="field actions">
        <button type="submit" className="button">
          {t("rows.save")}
        </button>
        {view.another && (
          <button type="submit" className="button button-second" name="then" value="another">
            {t("rows.another")}
          </button>
        )}
      </div>
      <p className="kept" aria-hidden="true" />
    </form>
  );
}

function CopyButton() {
  const t = useSupplierTexts();
  return (
    <>
      {/* Enter in a field takes the first button of a form, which must be the one that saves. */}
      <button type="submit" hidden tabIndex={-1} />
      <p className="actions">
        <button type="submit" name="then" value="copy" className="button-plain">
          {t("rows.copy")}
        </button>
      </p>
    </>
  );
}

/** What the row belongs to, unless the line above has just said it, and which of how many it is. */
function Kicker({ view: { section, about, title, remove } }: { view: RowPageView }) {
  const same = bareText(about) === bareText(section);
  if (same && !remove) return null;
  return (
    <p className="kicker">
      {!same && <ForeignText words={about} />}
      {!same && remove && " · "}
      {remove && <ForeignText words={title} />}
    </p>
  );
}

/** Says what is lost before it is. */
export function RemoveRowPage({ view }: { view: RemoveRowView }) {
  const t = useSupplierTexts();
  return (
    <Frame
      frame={view.frame}
      before={view.notSaved && <NotSaved />}
      margin={<Margin section={view.section} code={view.code} />}
    >
      <h1>{t("rows.removeTitle", { name: view.name })}</h1>
      <p>{t("rows.removeText", { code: view.code })}</p>
      <dl className="summary">
        {view.lines.map(({ label, value }) => (
          <div key={bareText(label)}>
            <dt>
              <ForeignText words={label} />
            </dt>
            <dd dir="auto">
              <ForeignText words={value} />
            </dd>
          </div>
        ))}
      </dl>
      {view.pointedAt && <p className="note">{t("rows.removeSite")}</p>}
      <form method="post" className="actions">
        <button type="submit" className="button">
          {t("rows.removeButton", { name: view.name })}
        </button>
        <a className="button button-second" href={view.back}>
          {t("rows.keep")}
        </a>
      </form>
    </Frame>
  );
}

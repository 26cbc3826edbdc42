import type { ReactNode } from "react";
import { NotSaved } from "#app/components/supplier/frame/error-summary";
import { Frame } from "#app/components/supplier/frame/frame";
import { useSupplierTexts } from "#app/components/text/supplier-words";
import type { ChangesView, ChangeView, NeedView } from "#app/views/supplier/workbook";

/** What a file would change: what needs somebody, what will change, what was left alone. */
export function ChangesPage({ view }: { view: ChangesView }) {
  const t = useSupplierTexts();
  const { need, changes, alone } = view;
  return (
    <Frame frame={view.frame} before={view.notSaved && <NotSaved />}>
      <h1>{t("workbook.changes.title")}</h1>
      <p className="lead">{view.lead}</p>
      {view.notes.map((note) => (
        <p className="note" role="status" key={note}>
          {note}
        </p>
      ))}
      <dl className="counts">
        <Count name={t("workbook.changes.count")} count={changes.length} />
        <Count name={t("workbook.changes.needCount")} count={need.length} />
        <Count name={t("workbook.changes.aloneCount")} count={view.aloneCount} />
      </dl>
      <form method="post" id="changes" className="flow-wide">
        <input type="hidden" name="file" value={view.file} />
        {need.length > 0 && (
          <Cells title={t("workbook.changes.need")} count={need.length}>
            {need.map((one) => (
              <Need need={one} key={one.name} />
            ))}
          </Cells>
        )}
        {changes.length > 0 && (
          <Cells title={t("workbook.changes.will")} count={changes.length}>
            {changes.map((one) => (
              <Change change={one} key={one.key} />
            ))}
          </Cells>
        )}
        {alone.length > 0 && (
          <Cells title={t("workbook.changes.alone")} count={view.aloneCount}>
            {alone.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </Cells>
        )}
        {need.length + changes.length === 0 && <p>{t("workbook.changes.noChange")}</p>}
        <div className="actions">
          {need.length + changes.length > 0 && (
            <button type="submit" className="button">
              {need.length > 0
                ? t("workbook.changes.saveSettled")
                : t("workbook.changes.save", { count: changes.length })}
            </button>
          )}
          <a className="button button-second" href={view.back}>
            {t("workbook.changes.nothing")}
          </a>
        </div>
        {need.length > 0 && <p className="hint small">{t("workbook.changes.leave")}</p>}
      </form>
    </Frame>
  );
}

function Count({ name, count }: { name: string; count: number }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{count}</dd>
    </div>
  );
}

function Cells({ title, count, children }: { title: string; count: number; children: ReactNode }) {
  return (
    <section className="flow">
      <h2>
        {title} <span className="hint small">{count}</span>
      </h2>
      <ul className="cells">{children}</ul>
    </section>
  );
}

function Change({ change: { label, place, before, after } }: { change: ChangeView }) {
  const t = useSupplierTexts();
  return (
    <li>
      <p className="cell-at">
        <bdi>{label}</bdi> · {place}
      </p>
      <p className="moveto">
        {before !== undefined && (
          <>
            <del dir="auto">{before}</del>
            <span className="to" role="img" aria-label={t("workbook.changes.becomes")}>
              →
            </span>
          </>
        )}
        <ins dir="auto">{after}</ins>
      </p>
    </li>
  );
}

function Need({ need }: { need: NeedView }) {
  const { name, label, place, problem, control } = need;
  const t = useSupplierTexts();
  return (
    <li>
      <p className="cell-at">
        <bdi>{label}</bdi> · {place}
      </p>
      {control.kind === "sides" ? (
        <fieldset>
          <legend>
            <strong>{problem}</strong>
          </legend>
          <div className="choices">
            {control.options.map(({ value, label: text, note, on }) => (
              <div className="choice" key={value}>
                <input type="radio" name={name} value={value} id={`${name}.${value}`} defaultChecked={on} />
                <label htmlFor={`${name}.${value}`}>
                  <bdi>{text}</bdi> {note && <small>{note}</small>}
                </label>
              </div>
            ))}
          </div>
        </fieldset>
      ) : (
        <>
          <p className="error-text" id={`${name}.problem`}>
            {problem}
          </p>
          <div className="field">
            <label htmlFor={name}>{t("workbook.changes.instead")}</label>
            <Instead need={need} />
          </div>
        </>
      )}
    </li>
  );
}

function Instead({ need: { name, control } }: { need: NeedView }) {
  const t = useSupplierTexts();
  const common = { id: name, name, "aria-describedby": `${name}.problem` };
  if (control.kind === "list") {
    return (
      <select {...common} defaultValue="">
        <option value="">{t("workbook.changes.none")}</option>
        {control.options.map(({ id, label }) => (
          <option value={id} key={id}>
            {label}
          </option>
        ))}
      </select>
    );
  }
  if (control.kind !== "text") return null;
  return control.isLong ? (
    <textarea {...common} rows={4} defaultValue={control.value} dir="auto" />
  ) : (
    <input type="text" {...common} defaultValue={control.value} dir="auto" />
  );
}

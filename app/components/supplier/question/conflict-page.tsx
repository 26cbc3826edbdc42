import { Frame } from "#app/components/supplier/frame/frame";
import { Margin } from "#app/components/supplier/frame/margin";
import { ForeignText } from "#app/components/text/foreign-text";
import { useSupplierTexts } from "#app/components/text/supplier-words";
import { bareText, type PageLine } from "#app/i18n/page-text";
import type { ConflictView } from "#app/views/supplier/question/conflict";

/** Two answers to one question, side by side; the reader keeps one and loses neither unasked. */
export function ConflictPage({ view }: { view: ConflictView }) {
  const t = useSupplierTexts();
  return (
    <Frame frame={view.frame} margin={<Margin section={view.section} code={view.code} />}>
      <h1>{t("conflict.title")}</h1>
      <p className="lead">
        <ForeignText words={view.title} />
      </p>
      <p>{t("conflict.text")}</p>
      <div className="sides">
        <Side title={t("conflict.kept")} lines={view.kept} other={view.typed}>
          <p className="actions">
            <a className="button button-second" href={view.here} data-drop="">
              {t("conflict.keepTheirs")}
            </a>
          </p>
        </Side>
        <Side title={t("conflict.typed")} lines={view.typed} other={view.kept}>
          <form method="post" className="actions">
            <input type="hidden" name="basedOn" value={view.basedOn} />
            {view.fields.map(({ name, value }) => (
              <input type="hidden" name={name} value={value} key={`${name} ${value}`} />
            ))}
            <button type="submit" className="button">
              {t("conflict.keepMine")}
            </button>
          </form>
        </Side>
      </div>
    </Frame>
  );
}

type SideProps = {
  title: string;
  lines: readonly PageLine[];
  /** The other side's, so that what only this one says stands out. */
  other: readonly PageLine[];
  children: React.ReactNode;
};

function Side({ title, lines, other, children }: SideProps) {
  const said = new Set(other.map(bareText));
  return (
    <section className="flow">
      <h2>{title}</h2>
      <ul className="as-typed">
        {lines.map((line) => (
          <li key={bareText(line)}>
            {said.has(bareText(line)) ? (
              <ForeignText words={line} />
            ) : (
              <mark>
                <ForeignText words={line} />
              </mark>
            )}
          </li>
        ))}
      </ul>
      {children}
    </section>
  );
}

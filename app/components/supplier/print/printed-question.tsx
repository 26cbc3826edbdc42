import { ForeignText } from "#app/components/text/foreign-text";
import { useSupplierTexts } from "#app/components/text/supplier-words";
import { bareText } from "#app/i18n/page-text";
import { useTexts } from "#app/i18n/texts/use-texts";
import type { PrintedField, PrintedQuestion as Question } from "#app/views/supplier/signing/answers";
import { PrintedOptions } from "./printed-options";
import { PrintedTable } from "./printed-table";

/** One question with everything that can be chosen, and what was. */
export function PrintedQuestion({ question, isSigned }: { question: Question; isSigned: boolean }) {
  const t = useSupplierTexts();
  const evidence = useTexts("evidence");
  const { code, title, hint, note, fields, unsure, comment, given, files } = question;
  return (
    <section className="printed flow" aria-labelledby={`question-${code}`}>
      <h3 id={`question-${code}`}>
        <span className="num">{code}</span> <ForeignText words={title} />
      </h3>
      {note && <p className="small">{note}</p>}
      {hint && (
        <p className="hint small">
          <ForeignText words={hint} />
        </p>
      )}
      {fields.map((field) => (
        <Field key={field.id} field={field} isSigned={isSigned} />
      ))}
      {unsure.length > 0 && (
        <div>
          <p className="hint small">{t("question.unsure")}</p>
          <PrintedOptions options={unsure} several={false} />
        </div>
      )}
      {comment && (
        <div>
          <p className="hint small">{t("question.comment")}</p>
          <p className="as-typed" dir="auto">
            {comment}
          </p>
        </div>
      )}
      {given && (
        <p className="small" dir="auto">
          {given}
        </p>
      )}
      {files.length > 0 && (
        <div>
          <p className="hint small">{evidence("list")}</p>
          <ul>
            {files.map((name, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two files may have one name, and they never move
              <li key={at}>
                <bdi>{name}</bdi>
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}

function Field({ field, isSigned }: { field: PrintedField; isSigned: boolean }) {
  const t = useSupplierTexts();
  const { label, hint, optional, note } = field;
  return (
    <div className="printed-field">
      {label && (
        <p className="label">
          <ForeignText words={label} /> {optional && <span className="optional">{t("optional")}</span>}
        </p>
      )}
      {note && <p className="small">{note}</p>}
      {hint && (
        <p className="hint small">
          <ForeignText words={hint} />
        </p>
      )}
      <Value field={field} isSigned={isSigned} />
    </div>
  );
}

function Value({ field, isSigned }: { field: PrintedField; isSigned: boolean }) {
  switch (field.kind) {
    case "choices":
      return <PrintedOptions options={field.options} several={field.several} />;
    case "matrix":
      return field.rows.map(({ label, options }) => (
        <div key={bareText(label)}>
          <p>
            <ForeignText words={label} />
          </p>
          <PrintedOptions options={options} several={false} />
        </div>
      ));
    case "table":
      return <PrintedTable field={field} />;
    case "words":
      if (field.lines.length === 0) return <Blank isSigned={isSigned} />;
      return field.lines.map((line) => (
        <p key={bareText(line)} className="printed-words">
          <bdi>
            <ForeignText words={line} />
          </bdi>
        </p>
      ));
  }
}

/** Room to write on while there is something to write, else the word. */
function Blank({ isSigned }: { isSigned: boolean }) {
  const t = useSupplierTexts();
  if (isSigned) return <p className="hint">{t("check.blank")}</p>;
  return (
    <p className="to-write-on">
      <span className="visually-hidden">{t("check.blank")}</span>
    </p>
  );
}

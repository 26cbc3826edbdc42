import { useTranslation } from "react-i18next";
import { SelectField } from "#app/components/team/forms/field";
import { Form, useLocation } from "#app/router/api/navigation";
import type { ImportReading } from "#app/views/team/import";
import { ImportColumns } from "./columns";

const separators = [
  [",", "comma"],
  [";", "semicolon"],
  ["\t", "tab"],
  ["|", "bar"],
] as const;

/** How the file was read, and everything about it that can be chosen otherwise. */
export function ImportChoicesForm({ plan, rows, error }: { plan: ImportReading; rows: number; error?: string }) {
  const { t } = useTranslation("team");
  const isWorkbook = plan.by === "workbook";
  const name = plan.encodings.find(({ encoding }) => encoding === plan.encoding)?.name ?? plan.encoding;
  const country = plan.countries.find(({ code }) => code === plan.oneCountry);
  // What was chosen for cells stays chosen when the columns are read again.
  const { search } = useLocation();
  const cells = [...new URLSearchParams(search)].filter(([name]) => name.startsWith("country."));
  return (
    <Form method="get" className="flow section">
      {cells.map(([name, code]) => (
        <input key={name} type="hidden" name={name} value={code} />
      ))}
      <ImportColumns columns={plan.columns} more={plan.moreColumns} rows={rows} />
      {country && (
        <>
          <input type="hidden" name="oneCountry" value={country.code} />
          <p>{t("import.missing.allIn", { country: country.name })}</p>
        </>
      )}
      <p className="muted">
        {isWorkbook ? t("import.workbook") : t("import.readAs", { encoding: name, by: t(`import.by.${plan.by}`) })}{" "}
        {!plan.hasHeader && t("import.noHeader")}
      </p>
      <div className="filters">
        {!isWorkbook && <TextChoices plan={plan} error={error} />}
        <button type="submit" className="button button-second">
          {t("import.readAgain")}
        </button>
      </div>
    </Form>
  );
}

/** How the bytes of a text were read. */
function TextChoices({ plan, error }: { plan: ImportReading; error?: string }) {
  const { t } = useTranslation("team");
  return (
    <>
      <SelectField
        key={plan.encoding}
        name="encoding"
        label={t("import.encoding")}
        value={plan.by === "choice" ? plan.encoding : ""}
        error={error}
        choices={[
          { value: "", label: plan.by === "unsure" ? t("import.unsure.open") : t("import.encodingFound") },
          ...plan.encodings.map(({ encoding, name: label }) => ({ value: encoding, label })),
        ]}
      />
      <SelectField
        key={plan.separator}
        name="separator"
        label={t("import.separator")}
        value={plan.separator}
        choices={separators.map(([value, label]) => ({ value, label: t(`import.separators.${label}`) }))}
      />
    </>
  );
}

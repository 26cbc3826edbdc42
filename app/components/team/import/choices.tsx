import { useTranslation } from "react-i18next";
import { SelectField } from "#app/components/team/forms/field";
import { Form } from "#app/router/api/navigation";
import type { ImportReading } from "#app/views/team/import";
import { importFields } from "#terms/suppliers/import-fields";

const encodings = ["utf-8", "utf-16le", "utf-16be", "windows-1252", "gb18030", "shift_jis"] as const;
const separators = [
  [",", "comma"],
  [";", "semicolon"],
  ["\t", "tab"],
  ["|", "bar"],
] as const;

/** How the file was read, and everything about it that can be chosen otherwise. */
export function ImportChoicesForm({ plan }: { plan: ImportReading }) {
  const { t } = useTranslation("team");
  const columns = [
    { value: "-1", label: t("import.notInFile") },
    ...plan.fileColumns.map((label, at) => ({ value: String(at), label })),
  ];
  return (
    <details open={plan.mapping.name === undefined || plan.mapping.country === undefined}>
      <summary>
        {t("import.readAs", { encoding: plan.encoding.toUpperCase(), by: t(`import.by.${plan.by}`) })}{" "}
        {!plan.hasHeader && t("import.noHeader")}
      </summary>
      <Form method="get" className="filters">
        <SelectField
          name="encoding"
          label={t("import.encoding")}
          value={plan.encoding}
          choices={encodings.map((value) => ({ value, label: value.toUpperCase() }))}
        />
        <SelectField
          name="separator"
          label={t("import.separator")}
          value={plan.separator}
          choices={separators.map(([value, name]) => ({ value, label: t(`import.separators.${name}`) }))}
        />
        {importFields.map((field) => (
          <SelectField
            key={field}
            name={`column.${field}`}
            label={t(`import.field.${field}`)}
            value={String(plan.mapping[field] ?? -1)}
            choices={columns}
          />
        ))}
        <button type="submit" className="button button-second">
          {t("import.readAgain")}
        </button>
      </Form>
    </details>
  );
}

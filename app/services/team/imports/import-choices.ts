import { type SupplierField, supplierFields } from "#app/services/team/supplier-file/columns";
import { findEncoding } from "#app/services/team/supplier-file/decode";
import { separators } from "#app/services/team/supplier-file/rows";
import type { ImportChoices } from "./plan-import";

function columnOf(value: string | null): number | undefined {
  return value !== null && /^(-1|\d{1,4})$/.test(value) ? Number(value) : undefined;
}

/** Reads what a person chose from a query or a form: `encoding`, `separator`, `column.name` and so on. */
export function importChoices(values: { get(name: string): unknown }): ImportChoices {
  const value = (name: string) => {
    const found = values.get(name);
    return typeof found === "string" && found !== "" ? found : null;
  };
  const mapping: Partial<Record<SupplierField, number>> = {};
  for (const field of supplierFields) {
    const column = columnOf(value(`column.${field}`));
    if (column !== undefined) mapping[field] = column;
  }
  return {
    encoding: findEncoding(value("encoding")),
    separator: separators.find((separator) => separator === value("separator")),
    mapping,
  };
}

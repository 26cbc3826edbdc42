import * as z from "zod";
import { recordId } from "#app/services/context/inputs";
import { choosableColumns } from "#terms/suppliers/supplier-columns";
import {
  type FiltersWith,
  offeredValues,
  type SupplierFilterName,
  type SupplierFilterValue,
  supplierFilterNames,
  supplierFilters,
} from "#terms/suppliers/supplier-filters";
import { supplierSorts } from "#terms/suppliers/supplier-sorts";
import { readSupplierView } from "./supplier-filter";

const usual = readSupplierView(new URLSearchParams());

type ValueInput<F extends SupplierFilterName> = z.ZodType<SupplierFilterValue<F>, SupplierFilterValue<F>>;
type FilterInputs = {
  [F in FiltersWith<false>]: z.ZodOptional<ValueInput<F>>;
} & {
  [F in FiltersWith<true>]: z.ZodDefault<z.ZodReadonly<z.ZodArray<ValueInput<F>>>>;
};

const inputs = supplierFilterNames.map((name) => {
  const value = valueInput(name);
  return [name, supplierFilters[name].several ? z.array(value).readonly().default([]) : value.optional()];
});

/** A view of the suppliers table; `readSupplierView` makes one of an address. */
export const supplierViewInput = z.object({
  // Each was made of the entry that its type comes from.
  ...(Object.fromEntries(inputs) as FilterInputs),
  sort: z.enum(supplierSorts).default(usual.sort),
  direction: z.enum(["up", "down"]).default(usual.direction),
  columns: z.array(z.enum(choosableColumns)).max(choosableColumns.length).readonly().optional(),
  isTight: z.boolean().default(false),
  page: z.number().int().min(1).max(1_000_000).default(usual.page),
});

/** A record that the organisation does not have is no filter. */
function valueInput(name: SupplierFilterName): z.ZodType<string, string> {
  const { values } = supplierFilters[name];
  switch (values.kind) {
    case "text":
      return z.string().max(values.longest);
    case "list":
    case "ranges":
      return z.enum(offeredValues(name));
    case "pattern":
      return z.string().regex(values.pattern);
    case "record":
      return recordId;
  }
}

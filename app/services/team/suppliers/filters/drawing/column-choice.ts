import type { TeamContext } from "#app/services/context/contexts";
import { type SupplierView, supplierAddress } from "#app/services/team/suppliers/filters/supplier-filter";
import { columnsFor } from "#app/services/team/suppliers/filters/view-for";
import type { ColumnChoiceView } from "#app/views/team/suppliers/filters/column-choice";
import { type ChosenColumn, usualColumns } from "#terms/suppliers/supplier-columns";

/** The columns after the name that a view shows somebody. */
export function shownColumns(ctx: TeamContext, view: SupplierView): readonly ChosenColumn[] {
  const allowed = columnsFor(ctx);
  return (view.columns ?? usualColumns).filter((column) => allowed.includes(column));
}

/** What the form that chooses columns shows. */
export function choiceOf(ctx: TeamContext, view: SupplierView): ColumnChoiceView {
  const shown = shownColumns(ctx, view);
  const asUsual = { ...view, columns: undefined, page: 1 };
  return {
    shown,
    others: columnsFor(ctx).filter((column) => !shown.includes(column)),
    kept: [...new URLSearchParams(supplierAddress(asUsual).split("?")[1])].map(([name, value]) => ({ name, value })),
    usual: view.columns === undefined ? undefined : supplierAddress(asUsual),
  };
}

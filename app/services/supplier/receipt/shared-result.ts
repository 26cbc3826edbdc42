import type { SupplierContext } from "#app/services/context/contexts";

/** Whether whoever is here may see what the answers came to: its buyer shares that, and what was signed counts. */
export function sharesResult(ctx: SupplierContext): boolean {
  const { declaration, voided, campaign } = ctx.session.file;
  return (
    declaration !== undefined && voided === undefined && campaign.sharesResults === true && ctx.may("results.read")
  );
}

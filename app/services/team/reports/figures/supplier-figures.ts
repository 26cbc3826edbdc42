import type { TeamContext } from "#app/services/context/contexts";
import {
  filterOf,
  readSupplierView,
  type SupplierView,
  supplierAddress,
} from "#app/services/team/suppliers/filters/supplier-filter";
import { bands, type TableBand } from "#terms/bands";
import type { Counted, CountedFigures } from "./figure";

/** Suppliers as their table counts them now, of one campaign or all. */
export async function supplierFigures(ctx: TeamContext, campaign: string | undefined): Promise<CountedFigures> {
  const all: SupplierView = { ...readSupplierView(new URLSearchParams()), campaign };
  const of = (view: Partial<SupplierView>) => ({ ...all, ...view });
  const count = (view: SupplierView) => ctx.store.suppliers.table(ctx.organisation.id, filterOf(view));
  const [{ total, byBand }, expected, tier3, tier2wl] = await Promise.all([
    count(all),
    count(of({ expected: "high" })),
    count(of({ tier: "3" })),
    count(of({ tier: "2WL" })),
  ]);
  const expectedCritical = await count(of({ expected: "critical" }));
  const inBands = (...shown: readonly TableBand[]): Counted => ({
    over: "suppliers",
    places: [
      { href: supplierAddress(of({ bands: shown })), number: shown.reduce((sum, band) => sum + byBand[band], 0) },
    ],
  });
  const listed = (view: SupplierView, number: number): Counted => ({
    over: "suppliers",
    places: [{ href: supplierAddress(view), number }],
  });
  return {
    suppliers: listed(all, total),
    rated: inBands(...bands),
    unrated: inBands("none"),
    low: inBands("low"),
    medium: inBands("medium"),
    high: inBands("high"),
    critical: inBands("critical"),
    grave: inBands("high", "critical"),
    expectedGrave: {
      over: "suppliers",
      places: [
        { href: supplierAddress(of({ expected: "high" })), number: expected.total },
        { href: supplierAddress(of({ expected: "critical" })), number: expectedCritical.total },
      ],
    },
    tier3: listed(of({ tier: "3" }), tier3.total),
    tier2wl: listed(of({ tier: "2WL" }), tier2wl.total),
  };
}

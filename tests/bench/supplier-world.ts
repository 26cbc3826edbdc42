import type { SupplierView } from "#app/services/team/suppliers/filters/supplier-filter";
import { Sqlite } from "#db/sqlite/driver";
import type { Store } from "#db/store";
import { aCampaign, aContact, anEvent, anImported, aSupplier, now } from "#tests/support/factories";
import { createOrganisation } from "#tests/support/world";

const countries = ["VN", "CN", "TH", "BD", "TR", "MY", "PL", "IN", "KH", "MM", "RU", "MX"];
const names = [
  "Saigon Garment",
  "深圳纺织有限公司",
  "บริษัท สิ่งทอ",
  "Dhaka Knit",
  "Öztürk Tekstil",
  "Łódź Włókna",
  "Klang Rubber",
];
const tiers = ["1", "2", "2WL", "3"];

/** The same figures in each run. */
let state = 20_260_302;
function random(): number {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return state / 2 ** 32;
}
function pick<T>(from: readonly T[]): T {
  const one = from[Math.floor(random() * from.length)];
  if (one === undefined) throw new Error("nothing to pick from");
  return one;
}

export type BigOrganisation = { readonly org: string; readonly campaign: string; readonly admin: string };

/**
 * An organisation with many rated suppliers in a store whose database is `file`. Figures are made, and the same in each run;
 * nine in ten are rated.
 */
export async function fillSuppliers(store: Store, file: string, howMany: number): Promise<BigOrganisation> {
  const { organisation, admin } = await createOrganisation(store);
  const org = organisation.id;
  const ids: string[] = [];
  for (let start = 0; start < howMany; start += 5_000) {
    const added = Array.from({ length: Math.min(5_000, howMany - start) }, (_, i) => {
      const supplier = aSupplier({ org, name: `${pick(names)} ${start + i} Co., Ltd`, country: pick(countries) });
      ids.push(supplier.id);
      return anImported(supplier, aContact({ org, supplier: supplier.id }));
    });
    await store.suppliers.add({ org, added, changed: [], audit: [anEvent()] });
  }
  const second = aCampaign({ org });
  await store.campaigns.create({ campaign: second, suppliers: ids.filter(() => random() < 0.3), audit: anEvent() });
  rateAll(file, org, ids);
  return { org, campaign: second.id, admin: admin.id };
}

/** Writes the summary columns straight, because 100,000 journeys would take an hour and the table reads nothing else. */
function rateAll(file: string, org: string, ids: readonly string[]): void {
  const db = new Sqlite(file);
  const update = db.prepare(
    `UPDATE suppliers SET band = ?, score = ?, floor = 0, confidence = ?, dprk = ?, disclosed = 0, tiers = ?, tier_set = ?, change = ?, signed_at = ?, driver_code = 'C', driver_points = 10, driver_rule = 'tier', driver_floor = 0, held = 0, rule_set = 'standard-2026.1', edition = 'tip-2025' WHERE org = ? AND id = ?`,
  );
  db.transaction(() => {
    for (const id of ids) {
      if (random() < 0.1) continue;
      const score = Math.round(random() * 10_000) / 100;
      const tier = [pick(tiers), pick(tiers)];
      update.run(
        Math.min(3, Math.floor(score / 25)),
        score,
        Math.floor(random() * 100),
        Math.floor(random() * 6),
        JSON.stringify(tier.map((t) => ({ country: "VN", tier: t }))),
        `|${tier.join("|")}|`,
        random() < 0.5 ? null : Math.round(random() * 40) - 20,
        now.getTime() - Math.floor(random() * 1e9),
        org,
        id,
      );
    }
  })();
  db.close();
}

const plain = { bands: [], sort: "rating", direction: "down", page: 1 } as const satisfies SupplierView;

/** Twenty filters, sorts, searches and deep pages, as people combine them. */
export function views(campaign: string): readonly SupplierView[] {
  return [
    plain,
    { ...plain, page: 2_000 },
    { ...plain, direction: "up" },
    { ...plain, bands: ["critical", "high"] },
    { ...plain, bands: ["low"], page: 300 },
    { ...plain, dprk: "present" },
    { ...plain, tier: "3" },
    { ...plain, tier: "2WL", country: "MM", dprk: "unknown" },
    { ...plain, country: "CN", page: 100 },
    { ...plain, confidence: "under-50" },
    { ...plain, campaign },
    { ...plain, search: "dhaka" },
    { ...plain, search: "co., ltd" },
    { ...plain, search: "深圳" },
    { ...plain, search: "lodz", sort: "confidence" },
    { ...plain, sort: "name", direction: "up" },
    { ...plain, sort: "change", direction: "up", page: 500 },
    { ...plain, sort: "signed", bands: ["none", "low"] },
    { ...plain, sort: "country", direction: "up", page: 1_900, confidence: "75-up" },
    { ...plain, sort: "ref", direction: "up", search: "no such supplier" },
  ];
}

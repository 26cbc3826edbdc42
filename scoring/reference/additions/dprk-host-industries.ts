/**
 * The words reports use for the industries of North Korean workers abroad, mapped by us to sectors.
 * `chapters` are the HS chapters such an industry makes; "by-sector" takes every chapter of those sectors.
 * Where a sector is far wider than the industry, the chapters are named: shipyards must not taint every car part.
 */
export const hostIndustries: Record<string, { sectors: string[]; chapters: string[] | "by-sector" }> = {
  agriculture: { sectors: ["agriculture"], chapters: "by-sector" },
  "cashmere and textiles": { sectors: ["textile_apparel"], chapters: "by-sector" },
  construction: { sectors: ["construction"], chapters: [] },
  "IT services": { sectors: ["it_telecom_media"], chapters: [] },
  logging: { sectors: ["forestry"], chapters: ["44"] },
  medical: { sectors: ["healthcare"], chapters: [] },
  mining: { sectors: ["mining_metals"], chapters: ["25", "26", "27"] },
  monuments: { sectors: ["construction"], chapters: [] },
  munitions: { sectors: ["machinery_metal_products"], chapters: ["93"] },
  museum: { sectors: ["arts_entertainment", "construction"], chapters: [] },
  restaurants: { sectors: ["hospitality"], chapters: [] },
  "seafood processing": { sectors: ["fishing_aquaculture", "food_processing"], chapters: ["03", "16"] },
  shipbuilding: { sectors: ["transport_equipment"], chapters: ["89"] },
  "shipping-container manufacturing": { sectors: ["transport_equipment"], chapters: ["86"] },
  "textiles and apparel": { sectors: ["textile_apparel"], chapters: "by-sector" },
  "wood processing": { sectors: ["wood_furniture"], chapters: ["44", "45", "46", "94"] },
};

import type { Material } from "#scoring/editions/schemas";

const named = (id: string, name: string, goods: string[], uflpaPriority = false): Material => ({
  id,
  name,
  goods,
  uflpaPriority,
});

/**
 * Raw materials asked about by name, with the listed goods that stand for them.
 * Lithium and steel have no line of their own on the Department of Labor list: lithium-ion batteries are listed
 * for their cobalt, and iron is the nearest to steel.
 */
export const questionableMaterials: Material[] = [
  named("aluminium", "Aluminium", ["aluminum"], true),
  named("bricks", "Bricks", ["bricks", "bricks-clay"]),
  named("caustic-soda", "Caustic soda", ["caustic-soda"], true),
  named("charcoal", "Charcoal", ["charcoal"]),
  named("cobalt", "Cobalt", ["cobalt-ore"]),
  named("cocoa", "Cocoa", ["cocoa", "cocoa-products"]),
  named("coffee", "Coffee", ["coffee"]),
  named("copper", "Copper", ["copper"], true),
  named("cotton", "Cotton", ["cotton", "cotton-textile-products", "cottonseed-hybrid"], true),
  named("diamonds", "Diamonds", ["diamonds"]),
  named("gems", "Coloured gems", ["emeralds", "gems", "jade", "rubies", "sapphires", "tanzanite"]),
  named("gold", "Gold", ["gold"]),
  named("leather", "Leather", ["leather", "leather-goods-accessories"]),
  named("lithium", "Lithium", [], true),
  named("mica", "Mica", ["mica"]),
  named("nickel", "Nickel", ["nickel"]),
  named("palm-oil", "Palm oil", [
    "crude-palm-kernel-oil",
    "crude-palm-oil",
    "oleochemicals",
    "palm-fruit",
    "refined-palm-kernel-oil",
    "refined-palm-oil",
  ]),
  named(
    "polysilicon",
    "Polysilicon and other silica-based products",
    [
      "metallurgical-grade-silicon",
      "photovoltaic-ingots",
      "photovoltaic-wafers",
      "polysilicon",
      "solar-cells",
      "solar-modules",
    ],
    true,
  ),
  named("pvc", "PVC (polyvinyl chloride)", ["polyvinyl-chloride"], true),
  named("red-dates", "Red dates (jujubes)", ["jujubes"], true),
  named("rubber", "Natural rubber", ["rubber", "rubber-gloves"]),
  named(
    "seafood",
    "Fish and seafood",
    ["dried-fish", "fish", "lobsters", "nile-perch", "shellfish", "shrimp", "squid", "tilapia"],
    true,
  ),
  named("silk", "Silk", ["silk-cocoons", "silk-fabric", "silk-thread"]),
  named("steel", "Iron and steel", ["iron"], true),
  named("sugarcane", "Sugarcane and cane sugar", ["sugar-products", "sugarcane"]),
  named("tantalum", "Tantalum (coltan)", ["tantalum-ore"]),
  named("tea", "Tea", ["tea"]),
  named("timber", "Timber", ["teak", "timber"]),
  named("tin", "Tin", ["tin", "tin-ore"]),
  named("tobacco", "Tobacco", ["tobacco"]),
  named("tomatoes", "Tomatoes and tomato products", ["tomato-products", "tomatoes"], true),
  named("tungsten", "Tungsten (wolframite)", ["tungsten-ore"]),
];

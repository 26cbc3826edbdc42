import type { DemoFirm } from "./stories/firm";
import type { StoryName } from "./stories/index";
import table from "./suppliers.json" with { type: "json" };

/** How far a supplier came with a request. */
export type Outcome =
  | "submitted"
  | "half"
  | "started"
  | "invited"
  | "mail-failed"
  | "declined"
  | "replaced"
  | "withdrawn"
  | "not-asked";

/** A firm with its story and how far it came in each campaign. */
export type DemoSupplier = DemoFirm & {
  readonly story: StoryName;
  readonly fates: Readonly<Record<2025 | 2026, Outcome>>;
  /** Nothing changed from the first campaign to the second: what differs in its ratings is how they are made. */
  readonly isUnchanged: boolean;
};

const unchanged = new Set([1001, 1050, 1071, 1155, 1176, 1204, 1246, 1267, 1302, 1351].map((number) => `NM-${number}`));

/** The sixty suppliers of the made world, in the order of their numbers. */
export const demoSuppliers: readonly DemoSupplier[] = table.suppliers.map(
  (
    [name = "", country = "", place = "", contact = "", email = "", language = "", story = "", before = "", now = ""],
    at,
  ) => ({
    number: `NM-${1001 + at * 7}`,
    name,
    country,
    place,
    contact,
    email,
    language,
    story: story as StoryName,
    fates: { 2025: before as Outcome, 2026: now as Outcome },
    isUnchanged: unchanged.has(`NM-${1001 + at * 7}`),
  }),
);

/** A list as a buyer would hand it in: CSV with the headings of a purchasing system. */
export function supplierList(suppliers: readonly DemoSupplier[]): string {
  const line = (cells: readonly string[]) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",");
  const lines = suppliers.map(({ number, name, country, place, contact, email, language }) =>
    line([number, name, country, place, contact, email, language]),
  );
  return `${[line(["Vendor no", "Supplier name", "Country", "City", "Contact", "E-mail", "Language"]), ...lines].join("\r\n")}\r\n`;
}

import { type MigrantLabourList, migrantLabourList } from "#scoring/editions/schemas";
import { listProvenance } from "./additions/provenance";
import { type CsvRow, readWholeNumber, sortBy } from "./tables";

/** From this share of people born elsewhere, in percent of the population, workers from elsewhere are usual. */
const usualFrom = 10;

/** The countries where migrant labour is usual: by the share of people born elsewhere, or because a report says so. */
export function assembleMigrantLabour(stock: CsvRow[], reports: CsvRow[]): MigrantLabourList {
  const byShare = stock
    .map((row) => ({ iso2: row.iso2, share: Number(row.share_percent), year: readWholeNumber(row, "year") }))
    .filter(({ share }) => share >= usualFrom);
  const byReport = reports.map((row) => ({
    iso2: row.iso2,
    share: null,
    year: readWholeNumber(row, "year"),
    reported: row.reported,
    source: row.source,
  }));
  const countries = sortBy([...byShare, ...byReport], ({ iso2 }) => iso2);
  const twice = countries.find(({ iso2 }, place) => countries[place + 1]?.iso2 === iso2);
  if (twice) throw new Error(`${twice.iso2} stands twice among the countries of migrant labour`);
  return migrantLabourList.parse({ ...listProvenance.migrantLabour, usualFrom, countries });
}

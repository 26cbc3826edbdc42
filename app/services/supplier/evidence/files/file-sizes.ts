import type { PageTexts } from "#app/services/supplier/page/page-texts";

/** Size of a file, such as `340 kB`; never nothing for a file that holds something. */
export function sizeInWords(bytes: number, { ui }: PageTexts): string {
  const [value, unit] = bytes < 1_000_000 ? [bytes / 1000, "kilobyte"] : [bytes / 1_000_000, "megabyte"];
  const digits = unit === "megabyte" ? 1 : 0;
  const atLeast = unit === "kilobyte" ? Math.max(1, value) : value;
  return formatOf(ui, unit, digits).format(atLeast);
}

/** A limit in whole megabytes of 1,048,576 bytes, such as `20 MB`. */
export function megabytes(bytes: number, { ui }: PageTexts): string {
  return formatOf(ui, "megabyte", 0).format(bytes / 1024 / 1024);
}

function formatOf(language: string, unit: string, digits: number): Intl.NumberFormat {
  return new Intl.NumberFormat(language, {
    style: "unit",
    unit,
    maximumFractionDigits: digits,
    numberingSystem: "latn",
  });
}

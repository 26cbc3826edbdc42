/**
 * Roles that tables have anyway, written out: on a phone a row is laid out as a list of lines, and browsers then take the
 * implied roles away.
 */
export const asTable = { role: "table" } as const;
export const asGroup = { role: "rowgroup" } as const;
export const asRow = { role: "row" } as const;
export const asCell = { role: "cell" } as const;
export const asColumnHead = { role: "columnheader" } as const;
export const asRowHead = { role: "rowheader" } as const;

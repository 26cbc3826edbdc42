import { getTableColumns, sql } from "drizzle-orm";
import type { Tables } from "#db/tables";

/** The columns of a message, and with them the name of whoever wrote it, from the tables joined to it. */
export function helpColumns({
  helpMessages,
  colleagues,
  users,
}: Pick<Tables, "helpMessages" | "colleagues" | "users">) {
  const { position, ...message } = getTableColumns(helpMessages);
  return { message, named: { ...message, name: sql<string | null>`coalesce(${colleagues.name}, ${users.name})` } };
}

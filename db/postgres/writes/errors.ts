import { getTableName } from "drizzle-orm";
import { getTableConfig, type PgTable } from "drizzle-orm/pg-core";
import { MissingError, storageErrorOf, TakenError } from "#db/errors";
import { tables } from "#db/postgres/schema";

/** The columns behind each unique constraint, as SQLite says them: `users.email`. Messages of the server may be translated. */
const uniqueColumns: ReadonlyMap<string, string> = new Map(
  Object.values(tables).flatMap((table) => {
    // Made over PostgreSQL's kit, whatever its type says.
    const { primaryKeys, indexes } = getTableConfig(table as unknown as PgTable);
    const named = (columns: readonly unknown[]) =>
      columns.map((column) => `${getTableName(table)}.${(column as { readonly name: string }).name}`).join(", ");
    return [
      ...primaryKeys.map((key) => [key.getName(), named(key.columns)] as const),
      ...indexes.map(({ config }) => [config.name ?? "", named(config.columns)] as const),
    ];
  }),
);

/** What any driver for PostgreSQL says about an error: its SQLSTATE, and the constraint that was violated. */
type ServerError = Error & { readonly code: string; readonly constraint?: string };

/** Drizzle wraps the error of the driver. */
function serverErrorOf(error: unknown): ServerError | undefined {
  if (!(error instanceof Error)) return undefined;
  if ("code" in error && typeof error.code === "string") return error as ServerError;
  return serverErrorOf(error.cause);
}

/** Two writes waited for each other, or saw each other half done: the one that was ended may simply be made again. */
export function mayBeRepeated(error: unknown): boolean {
  const code = serverErrorOf(error)?.code;
  return code === "40001" || code === "40P01";
}

/** An error of PostgreSQL in words of the contract, where there are any. */
export function storeErrorOf(error: unknown): unknown {
  const cause = serverErrorOf(error);
  if (cause?.code === "23505")
    return new TakenError(uniqueColumns.get(cause.constraint ?? "") ?? "a unique value", cause);
  // The key says only that something named by the write is not there in this organisation.
  if (cause?.code === "23503") return new MissingError("row that this one belongs to", "");
  return storageErrorOf(cause) ?? error;
}

import type { $Type, HasDefault, IsPrimaryKey, NotNull } from "drizzle-orm";
import type {
  foreignKey,
  index,
  primaryKey,
  SQLiteBooleanBuilderInitial,
  SQLiteIntegerBuilderInitial,
  SQLiteRealBuilderInitial,
  SQLiteTableFn,
  SQLiteTextBuilderInitial,
  SQLiteTextJsonBuilderInitial,
  SQLiteTimestampBuilderInitial,
  uniqueIndex,
} from "drizzle-orm/sqlite-core";

type Text<N extends string> = SQLiteTextBuilderInitial<N, [string, ...string[]], number | undefined>;

/**
 * The column builders that tables are written over, one set for each database, all with the same JavaScript types. Drizzle
 * has no types for a column of any database, so those of SQLite stand for all.
 */
export type Kit = {
  readonly table: SQLiteTableFn;
  readonly index: typeof index;
  readonly uniqueIndex: typeof uniqueIndex;
  readonly primaryKey: typeof primaryKey;
  readonly foreignKey: typeof foreignKey;
  /** Whether an index can carry a text of any length. */
  readonly indexesLongTexts: boolean;
  /** Text of any length, NUL included; compares and sorts by code point. */
  readonly str: <N extends string>(name: N) => Text<N>;
  readonly int: <N extends string>(name: N) => SQLiteIntegerBuilderInitial<N>;
  readonly real: <N extends string>(name: N) => SQLiteRealBuilderInitial<N>;
  readonly bool: <N extends string>(name: N) => SQLiteBooleanBuilderInitial<N>;
  /** An instant, exact to the millisecond. */
  readonly time: <N extends string>(name: N) => SQLiteTimestampBuilderInitial<N>;
  /** Kept as it is written: the order of keys and every digit. */
  readonly json: <T>(name: string) => $Type<SQLiteTextJsonBuilderInitial<string>, T>;
  /** One of a few words. */
  readonly word: <W extends string>(name: string) => $Type<Text<string>, W>;
  /** Counts up by itself and never reuses a number. */
  readonly serial: <N extends string>(name: N) => IsPrimaryKey<HasDefault<NotNull<SQLiteIntegerBuilderInitial<N>>>>;
};

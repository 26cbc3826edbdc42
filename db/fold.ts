/** SQLite itself can fold ASCII only. */
export { foldName as fold } from "#terms/names";

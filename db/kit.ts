import type { kit } from "./sqlite/kit";

/** What a dialect must bring to build the tables. SQLite's kit is the model; the others are typed as it. */
export type Kit = typeof kit;

import type { QueryContext } from "#db/queries/query-context";
import type { Store } from "#db/store";
import { dueQueries } from "./due";
import { holdQueries } from "./holds";
import { removalQueries } from "./removal";

export function retentionQueries(context: QueryContext): Store["retention"] {
  return { ...holdQueries(context), ...dueQueries(context), ...removalQueries(context) };
}

import { endpoint } from "#app/api/endpoint";
import { readTrialResult, trialInput, trialRecord } from "#app/services/api/records/read-trial";

/** Other rules, tried on rated suppliers: what is tried stands in the address, as on the page. */
export const whatIfEndpoints = [
  endpoint({
    ...{ id: "tryRules", method: "GET", path: "/what-if", scope: "what-if:run" },
    summary:
      "Tries other rules or countries on the rated suppliers that the filters leave. Ask again until `stage` is `done`. Needs `north-korea:read` too",
    query: trialInput,
    answer: { kind: "one", schema: trialRecord },
    run: (ctx, { query }) => readTrialResult(ctx, query),
  }),
];

import * as z from "zod";
import { endpoint } from "#app/api/endpoint";
import { doneOf } from "#app/api/request/read-input";
import { changeAction } from "#app/services/actions/steps/change-action";
import { openAction } from "#app/services/actions/steps/open-action";
import {
  agreeAction,
  askAction,
  dropAction,
  finishAction,
  lookAtAction,
  returnProof,
} from "#app/services/actions/steps/take-step";
import { actionFilterInput, actionRecord, readAction, readActions } from "#app/services/api/records/read-actions";
import { gapRecord, readGaps } from "#app/services/api/records/read-gaps";

const id = z.strictObject({ id: z.string() });
const scope = "actions:write";
const own = { id: true } as const;

/** The steps that a person of the team takes, by the last part of their address. */
const steps = [
  ["ask", "Asks the supplier, by mail where mails leave", askAction],
  ["agree", "Accepts the plan of the supplier", agreeAction],
  ["look", "Notes that somebody looked at how far it is", lookAtAction],
  ["return", "Gives the proof back with what is missing", returnProof],
  ["finish", "Accepts it as done", finishAction],
  ["drop", "Drops it, with the reason", dropAction],
] as const;

/** Corrective actions. Each step says which `version` it was decided on. */
export const actionEndpoints = [
  endpoint({
    ...{ id: "listActions", method: "GET", path: "/actions", scope: "actions:read" },
    summary: "Corrective actions, by their ids",
    query: actionFilterInput,
    answer: { kind: "list", schema: actionRecord, idOf: (action) => action.id },
    run: (ctx, { query, part }) => readActions(ctx, { ...query, ...part }),
  }),
  endpoint({
    ...{ id: "getAction", method: "GET", path: "/actions/{action}", scope: "actions:read" },
    summary: "One corrective action",
    answer: { kind: "one", schema: actionRecord },
    run: (ctx, { path: { action = "" } }) => readAction(ctx, { id: action }),
  }),
  endpoint({
    ...{ id: "listGaps", method: "GET", path: "/suppliers/{supplier}/gaps", scope },
    summary: "What an action can be opened about, by the newest rating of a supplier",
    answer: { kind: "one", schema: z.strictObject({ items: z.array(gapRecord) }) },
    run: (ctx, { path: { supplier = "" } }) => readGaps(ctx, { supplier }),
  }),
  endpoint({
    ...{ id: "openAction", method: "POST", path: "/actions", scope },
    summary: "Opens an action about a gap of a supplier. The same sent twice on one day opens one",
    body: openAction.input,
    answer: { kind: "one", schema: id, status: 201 },
    run: async (ctx, { body }) => doneOf(await openAction.submit(ctx, body)),
  }),
  endpoint({
    ...{ id: "changeAction", method: "POST", path: "/actions/{action}", scope },
    summary: "Changes what the team says of an action",
    body: changeAction.input.omit(own),
    answer: { kind: "one", schema: id },
    run: async (ctx, { path: { action = "" }, body }) =>
      doneOf(await changeAction.submit(ctx, { ...body, id: action })),
  }),
  ...steps.map(([word, summary, take]) =>
    endpoint({
      ...{ id: `${word}Action`, method: "POST", path: `/actions/{action}/${word}`, scope, summary },
      body: take.input.omit(own),
      answer: { kind: "one", schema: id },
      run: async (ctx, { path: { action = "" }, body }) => doneOf(await take.submit(ctx, { ...body, id: action })),
    }),
  ),
];

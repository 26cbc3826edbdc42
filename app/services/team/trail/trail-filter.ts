import * as z from "zod";
import { dayMs } from "#app/i18n/dates/days";
import type { CallerContext } from "#app/services/context/contexts";
import { actions } from "#app/services/context/events";
import { hiddenActions } from "#app/services/north-korea/hidden-events";
import type { Action } from "#db/audit";
import type { TrailFilter } from "#db/store";

/** What events are about, as people look for them. */
export const trailKinds = [
  "access",
  "people",
  "reading",
  "suppliers",
  "campaigns",
  "answers",
  "ratings",
  "mails",
] as const;
export type TrailKind = (typeof trailKinds)[number];

/** The first pattern that fits an action says of which kind it is. */
const patterns: readonly (readonly [pattern: RegExp, kind: TrailKind])[] = [
  [/^person\.erased|^user\.(?:created|invit|role|access)|^access\.|^api-key\.|^organisation\./, "people"],
  [/^user\.|^attempt\.|^permission\./, "access"],
  [/^data\.|^person\.exported|downloaded$|^link\./, "reading"],
  [/rated$/, "ratings"],
  [/^suppliers?\./, "suppliers"],
  [/^campaign\.|^invitation\./, "campaigns"],
  [/^attestation\.|^colleague\.|^answer\.|^draft\.|^evidence\./, "answers"],
  [/^mail\./, "mails"],
];

/** Of which kind an action is; one that fits nothing is found under everything. */
export function kindOf(action: Action): TrailKind | undefined {
  return patterns.find(([pattern]) => pattern.test(action))?.[1];
}

function actionsOf(kind: TrailKind): readonly Action[] {
  return actions.filter((action) => kindOf(action) === kind);
}

/** A day as an address says it; anything else is none. */
const day = z.string().transform((text) => z.iso.date().safeParse(text).data ?? "");

/** What the page and the file are asked for, as their address says it. What it says wrongly is as if it said nothing. */
export const trailInput = z.object({
  kind: z.string().transform((word): TrailKind | "" => trailKinds.find((kind) => kind === word) ?? ""),
  person: z.string().max(200),
  from: day,
  until: day,
});
export type TrailQuery = z.output<typeof trailInput>;

/** The same as the store is asked for somebody. Days are those of UTC, both included. */
export function filterFor(
  reader: Pick<CallerContext, "may">,
  { kind, person, from, until }: TrailQuery,
): Omit<TrailFilter, "most"> {
  const except = hiddenActions(reader);
  return {
    ...(kind === "" ? { except } : { actions: actionsOf(kind).filter((action) => !except.includes(action)) }),
    ...(person === "" ? {} : { actor: person }),
    ...(from === "" ? {} : { from: new Date(`${from}T00:00:00Z`) }),
    ...(until === "" ? {} : { until: new Date(Date.parse(`${until}T00:00:00Z`) + dayMs) }),
  };
}

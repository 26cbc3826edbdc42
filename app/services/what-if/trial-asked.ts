import * as z from "zod";
import type { TrialOrder } from "#app/services/context/resources/threads/rule-trials";
import type { Trial } from "#db/store";
import { filterOfPart, partIn } from "./part/part-query";

/** What stands before the place of a figure in names of fields and of addresses. */
const dialPrefix = "dial.";
const longestId = 100;
/** More than any rule set has. */
const mostChanges = 60;

/** What somebody tries, as an address or a form says it: figures as they were typed. */
export const trialAsked = z.object({
  rules: z.string().max(longestId).optional(),
  edition: z.string().max(longestId).optional(),
  typed: z.record(z.string().max(longestId), z.string().max(20)).default({}),
  /** The suppliers that it is tried on: filters of their table, as an address says them; "" for all. */
  part: z.string().max(4_000).default(""),
  /** Id of the saved trial that it came from. */
  trial: z.string().max(longestId).optional(),
});
export type TrialAsked = z.output<typeof trialAsked>;

/** Reads a trial from an address or a form. What stands there besides is left alone. */
export function readTrialAsked(params: URLSearchParams | FormData): z.input<typeof trialAsked> {
  const text = (name: string) => {
    const value = params.get(name);
    return typeof value === "string" && value !== "" ? value.slice(0, longestId) : undefined;
  };
  const typed = [...params.entries()].flatMap(([name, value]) =>
    name.startsWith(dialPrefix) && typeof value === "string"
      ? [[name.slice(dialPrefix.length, longestId), value.trim().slice(0, 20)] as const]
      : [],
  );
  return {
    rules: text("rules"),
    edition: text("edition"),
    trial: text("trial"),
    part: partIn(params),
    typed: Object.fromEntries(typed.slice(0, mostChanges)),
  };
}

type Asked = Pick<Trial, "rules" | "edition" | "changes" | "part">;

/** The one address of a trial, which can be handed on. */
export function trialAddress(
  { rules, edition, changes, part = "", id }: Asked & { readonly id?: string },
  path = "/what-if",
): string {
  const query = new URLSearchParams([
    ...(rules === undefined ? [] : [["rules", rules]]),
    ...(edition === undefined ? [] : [["edition", edition]]),
    ...Object.entries(changes).map(([dial, figure]) => [`${dialPrefix}${dial}`, String(figure)]),
    ...new URLSearchParams(part),
    ...(id === undefined ? [] : [["trial", id]]),
  ]).toString();
  return query === "" ? path : `${path}?${query}`;
}

/** The address of a form that was sent, with another part of the suppliers in place of what it says of them. */
export function withPart(params: URLSearchParams, part: string): string {
  const others = [...params].filter(([name]) => ["rules", "edition"].includes(name) || name.startsWith(dialPrefix));
  return `/what-if?${new URLSearchParams([...others, ...new URLSearchParams(part)])}`;
}

/** A trial as those who do it are told. */
export function orderOf(org: string, { rules, edition, changes, part }: Asked): TrialOrder {
  return {
    org,
    ...(rules === undefined ? {} : { rules: { base: rules, changes } }),
    ...(edition === undefined ? {} : { edition }),
    ...(part === undefined ? {} : { part: filterOfPart(part) }),
  };
}

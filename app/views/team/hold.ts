import type { Moment } from "#app/i18n/dates/moments";

/** A legal hold that stands: on one supplier, or without one on the whole organisation. */
export type HoldLine = {
  readonly id: string;
  readonly supplier?: { readonly id: string; readonly name: string };
  readonly reason: string;
  readonly by: string;
  readonly since: Moment;
};

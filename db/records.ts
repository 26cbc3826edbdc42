/** What the store keeps, in product words. Times are instants (UTC); ids are random unless said otherwise. */

export type * from "./records/actions/actions";
export type * from "./records/api/api-keys";
export type * from "./records/asked/returns";
export type * from "./records/attestations";
export type * from "./records/campaigns";
export type * from "./records/evidence";
export type * from "./records/jobs";
export type * from "./records/limits";
export type * from "./records/mails";
export type * from "./records/organisations";
export type * from "./records/ratings";
export type * from "./records/reviews/reviews";
export type * from "./records/rules/own-rules";
export type * from "./records/suppliers";

/** The lists of reviews: one's own, everybody's, those that wait for a second person, and those that are over. */
export const reviewViews = ["all", "mine", "second", "settled"] as const;
export type ReviewView = (typeof reviewViews)[number];

/** What is left in a review, by which a list can be narrowed. */
export const reviewKinds = ["floors", "findings", "files"] as const;
export type ReviewKind = (typeof reviewKinds)[number];

export const reviewSorts = ["due", "risk"] as const;
export type ReviewSort = (typeof reviewSorts)[number];

/** How far the recipients of a campaign got, in the order of the funnel. */
export const funnelSteps = ["invited", "delivered", "started", "submitted"] as const;
export type FunnelStep = (typeof funnelSteps)[number];

/** What keeps a recipient from answering. */
export const recipientTroubles = ["failed-mail", "declined", "opted-out", "expired", "silent"] as const;
export type RecipientTrouble = (typeof recipientTroubles)[number];

/** Where one recipient stands. */
export const recipientStates = ["submitted", "declined", "withdrawn", "expired", "started", "invited"] as const;
export type RecipientState = (typeof recipientStates)[number];

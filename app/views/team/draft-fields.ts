/** Whom a campaign can ask, as the form offers it; "kept" stands for those who are chosen already. */
export const recipientModes = ["all", "countries", "listed"] as const;

/** The field in which a reason is written. @param tag BCP 47 tag of its language */
export const reasonField = (tag: string) => `reason-${tag}`;

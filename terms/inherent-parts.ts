/** The parts of inherent risk: country, sector and goods, workforce, transparency. */
export const inherentParts = ["C", "S", "W", "T"] as const;
export type InherentPart = (typeof inherentParts)[number];

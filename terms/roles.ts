/** What a person of the team may be; which permissions each has stands in `app/domain/permissions.ts`. */
export const roles = ["admin", "buyer", "analyst", "viewer"] as const;
export type Role = (typeof roles)[number];

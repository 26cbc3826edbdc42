/** What a key of the API can be given, each by itself. */
export const apiScopes = [
  "suppliers:read",
  "suppliers:write",
  "ratings:read",
  "reviews:read",
  "reviews:write",
  "actions:read",
  "actions:write",
  "mails:write",
  "what-if:run",
  "exports:read",
  "north-korea:read",
] as const;

export type ApiScope = (typeof apiScopes)[number];

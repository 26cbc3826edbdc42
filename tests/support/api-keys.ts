import type { ApiKey } from "#db/records";
import { hoursLater, now } from "./factories";

export function anApiKey(over: Partial<ApiKey> & Pick<ApiKey, "org" | "madeBy">): ApiKey {
  const scopes = ["suppliers:read", "ratings:read"] as const;
  return { ...{ id: "key-1", name: "Warehouse", scopes, createdAt: now, expiresAt: hoursLater(24) }, ...over };
}

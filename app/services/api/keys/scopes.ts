import type { Permission } from "#app/domain/permissions";
import type { ApiScope } from "#terms/api-scopes";

/** What each scope lets a key do, as far as its maker may. Whatever is in no scope, no key can do. */
const permissions = {
  "suppliers:read": ["suppliers.read"],
  "suppliers:write": ["suppliers.write"],
  "ratings:read": ["suppliers.read"],
  "reviews:read": ["reviews.read", "attestations.read"],
  "reviews:write": ["reviews.decide"],
  "actions:read": ["actions.read"],
  "actions:write": ["actions.write"],
  "mails:write": ["mails.receive"],
  "what-if:run": ["rules.try"],
  "exports:read": ["suppliers.export"],
  "north-korea:read": ["north-korea.read"],
} as const satisfies Record<ApiScope, readonly Permission[]>;

/** Whether some of the scopes bring a permission. */
export function scopesAllow(scopes: readonly ApiScope[], permission: Permission): boolean {
  return scopes.some((scope) => (permissions[scope] as readonly Permission[] | undefined)?.includes(permission));
}

import type { Role } from "#terms/roles";

export type { Role };

/** Everything a signed-in person may be allowed to do. What is not listed for a role is refused. */
const allowed = {
  "suppliers.read": ["admin", "buyer", "analyst", "viewer"],
  "suppliers.export": ["admin", "buyer", "analyst", "viewer"],
  "suppliers.import": ["admin", "buyer"],
  "attestations.read": ["admin", "buyer", "analyst", "viewer"],
  "ratings.add": ["admin", "analyst"],
  "campaigns.read": ["admin", "buyer", "analyst", "viewer"],
  "campaigns.write": ["admin", "buyer"],
  "campaigns.links": ["admin", "buyer"],
  "questionnaires.read": ["admin", "buyer", "analyst", "viewer"],
  "reference.read": ["admin", "buyer", "analyst", "viewer"],
  "mails.read": ["admin", "buyer"],
  "people.read": ["admin"],
  "people.write": ["admin"],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof allowed;

/** Whether a role may do something. Deny by default. */
export function may(role: Role, permission: Permission): boolean {
  return (allowed[permission] as readonly Role[]).includes(role);
}

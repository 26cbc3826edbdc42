import type { Role } from "#terms/roles";

export type { Role };

/**
 * Who may call a use case: a person of the team by role; `supplier`: who works in the session of one attestation; `visitor`:
 * anybody, with a link or with nothing; `system`: the program itself, in a job or a command.
 */
export type Caller = Role | "supplier" | "visitor" | "system";

export const callers = [
  "admin",
  "buyer",
  "analyst",
  "viewer",
  "supplier",
  "visitor",
  "system",
] as const satisfies readonly Caller[];

const team = ["admin", "buyer", "analyst", "viewer"] as const;

/** Everything that may be done, and by whom. Whoever is not listed is refused. */
const allowed = {
  "suppliers.read": team,
  "suppliers.export": team,
  "suppliers.import": ["admin", "buyer"],
  "attestations.read": team,
  "ratings.add": ["admin", "analyst"],
  "campaigns.read": team,
  "campaigns.write": ["admin", "buyer"],
  "campaigns.links": ["admin", "buyer"],
  "questionnaires.read": team,
  "reference.read": team,
  "mails.read": ["admin", "buyer"],
  "people.read": ["admin"],
  "people.write": ["admin"],
  "own-session.end": team,
  "own-settings.choose": team,
  "links.use": ["visitor"],
  "accounts.open": ["visitor"],
  "attestations.answer": ["supplier"],
  "attestations.sign": ["supplier"],
  "program.work": ["system"],
} as const satisfies Record<string, readonly Caller[]>;

export type Permission = keyof typeof allowed;

export const permissions = Object.keys(allowed) as readonly Permission[];

/** Whether a caller may do something. Deny by default. */
export function may(caller: Caller, permission: Permission): boolean {
  return (allowed[permission] as readonly Caller[]).includes(caller);
}

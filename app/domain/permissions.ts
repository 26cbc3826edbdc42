import { roles } from "#terms/roles";

/**
 * Who may call a use case: a person of the team by role; `supplier`: who works in the session of one attestation; `colleague`:
 * whom that supplier asked to answer a part, `signing-colleague`: the same who may also sign; `approver`: whom it asked to approve a signature; `stand-in`: a
 * person of the team who answers there for the supplier; `visitor`: anybody, with a link or with nothing; `system`: the program itself, in a job or a command.
 */
export const callers = [
  ...roles,
  "supplier",
  "colleague",
  "signing-colleague",
  "approver",
  "stand-in",
  "visitor",
  "system",
] as const;
export type Caller = (typeof callers)[number];

/** Everything that may be done, and by whom. Whoever is not listed is refused. */
const allowed = {
  "suppliers.read": roles,
  "suppliers.export": roles,
  "suppliers.import": ["admin", "buyer"],
  "suppliers.write": ["admin", "buyer"],
  "attestations.read": roles,
  /**
   * Seeing what suppliers say of North Korean labour, and whatever gives it away: whom of these an administrator gave this
   * right by itself. See `docs/decisions/0061-north-korea-right.md`.
   */
  "north-korea.read": roles,
  "ratings.add": ["admin", "analyst"],
  /** Trying other rules on all suppliers. */
  "rules.try": ["admin", "analyst"],
  /** Publishing a draft of somebody else, choosing what new ratings are made by, rating again by it. */
  "rules.decide": ["admin"],
  "editions.add": ["admin", "analyst"],
  "campaigns.read": roles,
  "campaigns.write": ["admin", "buyer"],
  "campaigns.links": ["admin", "buyer"],
  /** As adding a rating: who judges what was signed also says that it counts no more. */
  "attestations.void": ["admin", "analyst"],
  /** What waits for a decision; the answers themselves ask for their own permission. */
  "reviews.read": roles,
  /** As adding a rating: a decision leads to one. */
  "reviews.decide": ["admin", "analyst"],
  "reviews.rules": ["admin"],
  /** What documents may hold, and what was kept apart because of it. */
  "documents.rules": ["admin"],
  "documents.release": ["admin"],
  /** As adding a rating: who judges answers asks about them again. */
  "attestations.return": ["admin", "analyst"],
  "attestations.stand-in": ["admin", "buyer"],
  "questionnaires.read": roles,
  "reference.read": roles,
  "mails.read": ["admin", "buyer"],
  "mails.test": ["admin", "buyer"],
  /** Taking in what came back, which can stop mails to an address. */
  "mails.receive": ["admin", "buyer"],
  /** Letting programs in, in one's own name. */
  "api-keys.manage": ["admin"],
  "people.read": ["admin"],
  "people.write": ["admin"],
  "persons.read": ["admin"],
  "persons.erase": ["admin"],
  "trail.read": ["admin"],
  "retention.read": ["admin"],
  "retention.write": ["admin"],
  "own-account.change": roles,
  "own-session.end": roles,
  "own-settings.choose": roles,
  "links.use": ["visitor"],
  "accounts.open": ["visitor"],
  "actions.read": roles,
  /** As adding a rating: accepting a plan makes one. */
  "actions.write": ["admin", "analyst"],
  /** What a supplier answers to what was asked of it; whom it asked for a part answers for none of that. */
  "actions.answer": ["supplier"],
  "help.read": roles,
  "help.answer": ["admin", "buyer"],
  /** What a supplier asks its buyer. Who answers for it asks the buyer in person. */
  "help.ask": ["supplier", "colleague", "signing-colleague"],
  /** Reading what is answered so far, in the session of an attestation. */
  "attestations.check": ["supplier", "colleague", "signing-colleague", "stand-in", "approver"],
  /** What the signed answers came to: whoever reads all of them, and whoever approved them does not. */
  "results.read": ["supplier", "signing-colleague", "stand-in"],
  /** Proving by a code that one reads one's mail. */
  "attestations.confirm": ["supplier", "signing-colleague", "approver"],
  "attestations.approve": ["approver"],
  "attestations.answer": ["supplier", "colleague", "signing-colleague", "stand-in"],
  "attestations.sign": ["supplier", "signing-colleague"],
  /** Whom a supplier asked passes it on to nobody. */
  "colleagues.ask": ["supplier"],
  /** What was signed for another buyer: nobody of a buyer, and nobody who was asked for a part. */
  "answers.fetch": ["supplier"],
  "system.work": ["system"],
} as const satisfies Record<string, readonly Caller[]>;

export type Permission = keyof typeof allowed;

/** Whether a caller may do something. Deny by default. */
export function may(caller: Caller, permission: Permission): boolean {
  return (allowed[permission] as readonly Caller[]).includes(caller);
}

const own: readonly Permission[] = ["own-session.end", "own-settings.choose", "own-account.change"];

/** Whether somebody who must have a second factor may do something before it is set up: what concerns their own account. */
export function isOwn(permission: Permission): boolean {
  return own.includes(permission);
}

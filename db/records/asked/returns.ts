/** A question of what was signed that goes back to its supplier, or went. */
export type ReturnedQuestion = {
  /** Id of the question. */
  readonly question: string;
  /** In the words of the reviewer; the supplier reads it. */
  readonly comment: string;
  /** Id of the person of the team who wrote it. */
  readonly user: string;
  readonly at: Date;
  /** Id of the return that it was sent with; absent while it stands on the list. */
  readonly return?: string;
  /** When the new answer was accepted, and by whom. */
  readonly acceptedAt?: Date;
  readonly acceptedBy?: string;
};

/** What was sent back of an attestation: an attestation of its own answers it. */
export type Return = {
  readonly id: string;
  /** Id of what was signed. */
  readonly attestation: string;
  /** Id of the attestation that answers it. */
  readonly correction: string;
  /** Id of the person of the team who sent it. */
  readonly user: string;
  /** Whether the supplier reads their name. */
  readonly showsName: boolean;
  readonly dueAt: Date;
  readonly sentAt: Date;
  /** Ids of the questions asked again. */
  readonly questions: readonly string[];
  /** Ids of all others that were asked when it was signed: they stay as they are. */
  readonly closed: readonly string[];
  readonly calledBackAt?: Date;
};

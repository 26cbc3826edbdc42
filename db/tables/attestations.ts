import type { Actor } from "#db/audit";
import type { Kit } from "#db/database/kit";
import type { AttestationState, Carried, EvidenceAbout, RatingCause, RatingGiven, StandIn } from "#db/records";
import type { Answer, EvidenceStatus } from "#questionnaires/answers";
import type { Rating } from "#scoring/rating";
import type { CampaignTables } from "./campaigns";
import type { SupplierTables } from "./suppliers/suppliers";

export function attestationTables(k: Kit, { suppliers }: SupplierTables, { invitations }: CampaignTables) {
  const attestations = k.table(
    "attestations",
    {
      org: k.str("org").notNull(),
      id: k.str("id").notNull(),
      invitation: k.str("invitation").notNull(),
      reference: k.str("reference").notNull(),
      /** The last digits of `reference`, so that the next one is known. */
      number: k.int("number").notNull(),
      questionnaire: k.str("questionnaire").notNull(),
      version: k.int("version").notNull(),
      state: k.word<AttestationState>("state").notNull(),
      revision: k.int("revision").notNull(),
      startedAt: k.time("started_at"),
      savedAt: k.time("saved_at"),
      submittedAt: k.time("submitted_at"),
    },
    (t) => [
      k.primaryKey({ columns: [t.org, t.id] }),
      k.uniqueIndex("attestations_invitation").on(t.org, t.invitation),
      // Not led by the organisation: people quote a reference without saying whose it is.
      k.uniqueIndex("attestations_reference").on(t.reference),
      k.index("attestations_number").on(t.number),
      k.foreignKey({ columns: [t.org, t.invitation], foreignColumns: [invitations.org, invitations.id] }),
    ],
  );

  const supplierSessions = k.table(
    "supplier_sessions",
    {
      org: k.str("org").notNull(),
      attestation: k.str("attestation").notNull(),
      sessionHash: k.str("session_hash").notNull(),
      createdAt: k.time("created_at").notNull(),
      /** Who of the buyer answers in it for the supplier; absent in the supplier's own. */
      standIn: k.json<StandIn>("stand_in"),
      /** Id of the colleague whom the supplier asked, where it is theirs. */
      colleague: k.str("colleague"),
    },
    (t) => [
      k.primaryKey({ columns: [t.org, t.attestation, t.sessionHash] }),
      // Not led by the organisation: a cookie brings nothing but itself.
      k.uniqueIndex("supplier_sessions_by_hash").on(t.sessionHash),
      k.foreignKey({ columns: [t.org, t.attestation], foreignColumns: [attestations.org, attestations.id] }),
    ],
  );

  /** Append-only. What is asserted now is the newest revision of each question. */
  const answers = k.table(
    "answers",
    {
      org: k.str("org").notNull(),
      attestation: k.str("attestation").notNull(),
      question: k.str("question").notNull(),
      /** Counts the revisions of this answer, from 1. */
      revision: k.int("revision").notNull(),
      /** Revision of the attestation that this save made: the order of all saves. */
      order: k.int("attestation_revision").notNull(),
      answer: k.json<Answer>("answer").notNull(),
      savedAt: k.time("saved_at").notNull(),
      /** Who of the buyer gave it for the supplier; absent where the supplier did. */
      standIn: k.json<StandIn>("stand_in"),
      /** Id of the supplier's colleague who gave it; their name stands with them alone, because it can be erased there. */
      colleague: k.str("colleague"),
      /** What was signed before that it was taken from, with "still true"; null where it was given anew. */
      carried: k.json<Carried>("carried"),
    },
    (t) => [
      k.primaryKey({ columns: [t.org, t.attestation, t.question, t.revision] }),
      k.uniqueIndex("answers_order").on(t.org, t.attestation, t.order),
      k.foreignKey({ columns: [t.org, t.attestation], foreignColumns: [attestations.org, attestations.id] }),
    ],
  );

  const drafts = k.table(
    "drafts",
    {
      org: k.str("org").notNull(),
      attestation: k.str("attestation").notNull(),
      question: k.str("question").notNull(),
      fields: k.json<Readonly<Record<string, readonly string[]>>>("fields").notNull(),
      keptAt: k.time("kept_at").notNull(),
    },
    (t) => [
      k.primaryKey({ columns: [t.org, t.attestation, t.question] }),
      k.foreignKey({ columns: [t.org, t.attestation], foreignColumns: [attestations.org, attestations.id] }),
    ],
  );

  /** Documents. Only `status` and the columns of a removal and of a release ever change. */
  const evidence = k.table(
    "evidence",
    {
      org: k.str("org").notNull(),
      id: k.str("id").notNull(),
      attestation: k.str("attestation").notNull(),
      question: k.str("question").notNull(),
      name: k.str("name").notNull(),
      type: k.str("type").notNull(),
      bytes: k.int("bytes").notNull(),
      sha256: k.str("sha256").notNull(),
      status: k.word<EvidenceStatus>("status").notNull(),
      /** Counts the documents of an attestation, from 1: instants may be equal. */
      position: k.int("position").notNull(),
      receivedAt: k.time("received_at").notNull(),
      /** When it was found free of viruses; null where nobody looked. */
      scannedAt: k.time("scanned_at"),
      removedAt: k.time("removed_at"),
      removedBy: k.json<Actor>("removed_by"),
      /** Why it is kept apart: what was found in it, by the code of the finding. Null for what may be opened at once. */
      heldFor: k.str("held_for"),
      releasedAt: k.time("released_at"),
      releasedBy: k.json<Actor>("released_by"),
      /** What its supplier says of it; null where nothing was said. */
      about: k.json<EvidenceAbout>("about"),
      /** The id of the first document with these bytes in the attestation; null for the first itself, and in older rows. */
      file: k.str("file"),
      /** When it came first, where it was taken over from what was signed before. */
      firstReceivedAt: k.time("first_received_at"),
    },
    (t) => [
      k.primaryKey({ columns: [t.org, t.id] }),
      k.uniqueIndex("evidence_position").on(t.org, t.attestation, t.position),
      // Not led by the organisation: one file may be attached in several, and is kept while any has it.
      k.index("evidence_file").on(t.sha256),
      k.foreignKey({ columns: [t.org, t.attestation], foreignColumns: [attestations.org, attestations.id] }),
    ],
  );

  /** Append-only, one for each attestation. */
  const declarations = k.table(
    "declarations",
    {
      org: k.str("org").notNull(),
      attestation: k.str("attestation").notNull(),
      name: k.str("name").notNull(),
      job: k.str("job").notNull(),
      sharing: k.str("sharing").notNull(),
      language: k.str("language").notNull(),
      statementHash: k.str("statement_hash").notNull(),
      signedAt: k.time("signed_at").notNull(),
      hash: k.str("hash").notNull(),
      document: k.str("document").notNull(),
    },
    (t) => [
      k.primaryKey({ columns: [t.org, t.attestation] }),
      k.foreignKey({ columns: [t.org, t.attestation], foreignColumns: [attestations.org, attestations.id] }),
    ],
  );

  /** Append-only, at most one for each attestation: what was signed counts no more, and says why. */
  const voids = k.table(
    "voids",
    {
      org: k.str("org").notNull(),
      attestation: k.str("attestation").notNull(),
      /** In the buyer's words; the supplier reads it too. */
      reason: k.str("reason").notNull(),
      actor: k.json<Actor>("actor").notNull(),
      voidedAt: k.time("voided_at").notNull(),
    },
    (t) => [
      k.primaryKey({ columns: [t.org, t.attestation] }),
      k.foreignKey({ columns: [t.org, t.attestation], foreignColumns: [attestations.org, attestations.id] }),
    ],
  );

  /** Append-only. */
  const ratings = k.table(
    "ratings",
    {
      org: k.str("org").notNull(),
      id: k.str("id").notNull(),
      supplier: k.str("supplier").notNull(),
      /** Counts the ratings of a supplier, from 1. */
      position: k.int("position").notNull(),
      attestation: k.str("attestation").notNull(),
      createdAt: k.time("created_at").notNull(),
      rating: k.json<Rating>("rating").notNull(),
      /** Ids of what it was made by, out of the rating itself: what lists are narrowed to must not be looked for inside of it. */
      ruleSet: k.str("rule_set"),
      edition: k.str("edition"),
      /** What of the buyer's doing it was made for; null for the first one, and where somebody rated again. */
      cause: k.json<RatingCause>("cause"),
      /** What went in beside the answers; null where nothing did. */
      given: k.json<RatingGiven>("given"),
      /** Of the supplier by the answers that were rated; null where it is not known, and in older rows. */
      sector: k.str("sector"),
      /** What all were rated again by, where it was made for that, and by how many bands it moved its supplier: more is worse. */
      rerating: k.str("rerating"),
      moved: k.int("moved"),
    },
    (t) => [
      k.primaryKey({ columns: [t.org, t.id] }),
      // Holds all that tells who was rated again and who moved: ratings themselves are large.
      k.index("ratings_rerating").on(t.org, t.rerating, t.supplier, t.moved),
      k.uniqueIndex("ratings_position").on(t.org, t.supplier, t.position),
      k.index("ratings_made").on(t.org, t.createdAt, t.id, t.ruleSet, t.edition),
      k.foreignKey({ columns: [t.org, t.supplier], foreignColumns: [suppliers.org, suppliers.id] }),
      k.foreignKey({ columns: [t.org, t.attestation], foreignColumns: [attestations.org, attestations.id] }),
    ],
  );

  return { attestations, supplierSessions, answers, drafts, evidence, declarations, voids, ratings };
}

export type AttestationTables = ReturnType<typeof attestationTables>;

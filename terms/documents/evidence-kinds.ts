/** What a document may be, as its supplier says: the kinds that the questions ask for. */
export const evidenceKinds = [
  "record",
  "policy",
  "contract",
  "licence",
  "report",
  "certificate",
  "picture",
  "other",
] as const;

export type EvidenceKind = (typeof evidenceKinds)[number];

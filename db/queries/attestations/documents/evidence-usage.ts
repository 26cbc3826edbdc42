import { and, count, eq, isNull, max, sql } from "drizzle-orm";
import type { Transaction } from "#db/database/transaction";
import type { FullReason } from "#db/errors";
import type { AttestationKey } from "#db/queries/attestations/attestation-state";
import type { QueryContext } from "#db/queries/query-context";
import type { StoredEvidence } from "#db/records";
import type { EvidenceLimits } from "#db/store";

/** How much room documents take. The same bytes count once for an attestation, at however many questions they are attached. */
export function evidenceUsage({ tables: t, read }: Pick<QueryContext, "tables" | "read">) {
  async function usageOf(tx: Pick<Transaction, "select">, key: AttestationKey, question: string): Promise<Usage> {
    const { bytes, sha256 } = t.evidence;
    const attached = isNull(t.evidence.removedAt);
    const files = await tx
      .select({
        sha256,
        rows: count(),
        bytes: max(bytes).mapWith(Number),
        attached: sql`count(*) filter (where ${attached})`.mapWith(Number),
        atQuestion: sql`count(*) filter (where ${and(attached, eq(t.evidence.question, question))})`.mapWith(Number),
      })
      .from(t.evidence)
      .where(and(eq(t.evidence.org, key.org), eq(t.evidence.attestation, key.id)))
      .groupBy(sha256);
    const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);
    const there = files.filter((one) => one.attached > 0);
    return {
      all: sum(files.map(({ rows }) => rows)),
      everBytes: sum(files.map((one) => one.bytes)),
      bytes: sum(there.map((one) => one.bytes)),
      files: sum(files.map(({ atQuestion }) => atQuestion)),
      attached: new Set(there.map((one) => one.sha256)),
      ever: new Set(files.map((one) => one.sha256)),
    };
  }

  async function bytesOf(org: string): Promise<number> {
    const files = read
      .select({ bytes: max(t.evidence.bytes).as("file_bytes") })
      .from(t.evidence)
      .where(and(eq(t.evidence.org, org), isNull(t.evidence.removedAt)))
      .groupBy(t.evidence.attestation, t.evidence.sha256)
      .as("files");
    const [found] = await read.select({ bytes: sql`coalesce(sum(${files.bytes}), 0)`.mapWith(Number) }).from(files);
    return found?.bytes ?? 0;
  }

  return { usageOf, bytesOf };
}

/**
 * What an attestation was given: documents ever, bytes ever, and what is attached to all of it and to one question; which
 * files those are, by their SHA-256.
 */
type Usage = {
  readonly all: number;
  readonly everBytes: number;
  readonly bytes: number;
  readonly files: number;
  readonly attached: ReadonlySet<string>;
  readonly ever: ReadonlySet<string>;
};

/** What stops one more document; undefined for nothing. */
export function fullReason(
  usage: Usage,
  { bytes, sha256 }: Pick<StoredEvidence, "bytes" | "sha256">,
  limits: EvidenceLimits,
): FullReason | undefined {
  if (usage.files >= limits.files) return "question";
  if (!usage.attached.has(sha256) && usage.bytes + bytes > limits.bytes) return "attestation";
  return !usage.ever.has(sha256) && usage.everBytes + bytes > limits.everBytes ? "given" : undefined;
}

import * as z from "zod";
import type { Declaration, Stand } from "#db/records";
import { type Finding, standOn } from "./findings";

const SignedFinding = z.object({
  /** The id of a contradiction where nothing else is said. */
  kind: z.enum(["contradiction", "same-file", "workers", "first-choices"]),
  id: z.string(),
  questions: z.array(z.string()),
  /** The supplier said that it is right as it stands. */
  stoodBy: z.boolean().default(false),
  /** Why, in its words. */
  reason: z.string().optional(),
  /** Of a file its name; of workers how many there are, and were when last signed. */
  file: z.string().optional(),
  workers: z.object({ now: z.number(), before: z.number(), signedAt: z.iso.datetime() }).optional(),
});

/** What did not fit when it was signed, as it stands in the signed document. */
export type SignedFinding = z.output<typeof SignedFinding>;

/** Everything that was found and stayed, with what its supplier said of it. */
export function signedFindings({
  findings,
  stands,
}: {
  readonly findings: readonly Finding[];
  readonly stands: readonly Stand[];
}): readonly SignedFinding[] {
  return findings.map((finding) => {
    const stand = standOn(stands, finding);
    const { kind, id, questions } = finding;
    // A comment on the answer explains it as well; it stands with the answer.
    const stoodBy = stand !== undefined || (finding.kind === "contradiction" && finding.explained);
    return {
      ...{ kind, id, questions: [...questions], stoodBy },
      ...(stand && stand.reason !== "" ? { reason: stand.reason } : {}),
      ...aboutIt(finding),
    };
  });
}

function aboutIt(finding: Finding): Pick<SignedFinding, "file" | "workers"> {
  if (finding.kind === "same-file") return { file: finding.document.name };
  if (finding.kind !== "workers") return {};
  const { now, before, signedAt } = finding;
  return { workers: { now, before, signedAt: signedAt.toISOString() } };
}

const Signed = z.object({ findings: z.array(SignedFinding).default([]) });

/** Those of a signed document; none in documents from before they were kept. */
export function findingsIn({ document }: Pick<Declaration, "document">): readonly SignedFinding[] {
  return Signed.parse(JSON.parse(document)).findings;
}

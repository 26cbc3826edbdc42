import { sitesOf } from "#app/services/answers/sites";
import type { Stand, StoredEvidence } from "#db/records";
import type { Contradiction } from "#questionnaires/definition";
import { canonicalJson } from "#questionnaires/fingerprints/canonical-json";
import { areAllFirstChoices, contradictions, explanationOf, type Walk } from "#questionnaires/walk";

/** What is asked about before a signature, and kept for the reviewer where it stays. */
export type Finding = {
  /** Of a contradiction its id; else what it is, of a file with the beginning of its fingerprint. */
  readonly id: string;
  readonly questions: readonly string[];
  /** Nothing is signed before it is settled or explained. */
  readonly stops: boolean;
  /** SHA-256 in hex over what it is about: who stands by it stands by no other answers. */
  readonly answers: string;
} & (
  | { readonly kind: "contradiction"; readonly contradiction: Contradiction; readonly explained: boolean }
  | { readonly kind: "same-file"; readonly document: StoredEvidence }
  | { readonly kind: "workers"; readonly now: number; readonly before: number; readonly signedAt: Date }
  | { readonly kind: "first-choices" }
);

/** What was signed before, as far as it is compared. */
type Before = { readonly walk: Walk; readonly signedAt: Date };

type Found = {
  readonly walk: Walk;
  readonly evidence: Readonly<Record<string, readonly StoredEvidence[]>>;
  readonly before?: Before;
  /** The time that all answers took, in milliseconds, and those that were taken from before; absent where nobody looked. */
  readonly answering?: { readonly ms: number; readonly carried: ReadonlySet<string> };
};

type Hash = { readonly sha256: (text: string) => string };

/** Questions from which on one file is worth another look: it seldom proves so much. */
const many = 3;

/** Answers that were all chosen within this time were hardly read. */
const hurryMs = 2 * 60_000;

/** Everything that is asked about, contradictions of the questionnaire first. */
export function findingsOf(ctx: Hash, found: Found): readonly Finding[] {
  const { walk } = found;
  const hashOf = (...about: readonly unknown[]) => ctx.sha256(canonicalJson(about));
  const said = (questions: readonly string[]) =>
    questions.map((code) => [code, walk.answers[code]?.value ?? {}, walk.answers[code]?.unsure ?? ""]);
  const own = contradictions(walk).map((contradiction): Finding => {
    const { id, questions, severity } = contradiction;
    const explained = explanationOf(walk, contradiction) !== undefined;
    const stops = severity === "error" && !explained;
    return { id, kind: "contradiction", contradiction, explained, questions, stops, answers: hashOf(said(questions)) };
  });
  const files = sharedFiles(found).map(({ document, questions }): Finding => {
    const { sha256 } = document;
    const id = `same-file-${sha256.slice(0, 16)}`;
    return { id, kind: "same-file", document, questions, stops: false, answers: hashOf(sha256, questions) };
  });
  return [...own, ...files, ...workersChange(found, hashOf), ...hurry(found, hashOf)];
}

/** Files at three questions or more that are asked for now. */
function sharedFiles({ walk, evidence }: Found) {
  const asked = Object.values(evidence)
    .flat()
    .filter(({ question }) => walk.asked.has(question));
  return [...new Set(asked.map(({ sha256 }) => sha256))].flatMap((sha256) => {
    const documents = asked.filter((one) => one.sha256 === sha256);
    const [document] = documents;
    if (document === undefined || documents.length < many) return [];
    return [{ document, questions: documents.map(({ question }) => question) }];
  });
}

/** Workers of all sites that are listed. */
function workersOf(walk: Pick<Walk, "answers">): number {
  return sitesOf(walk).reduce((sum, { cells: { workers } }) => sum + (typeof workers === "number" ? workers : 0), 0);
}

/** A number of workers that is more than half off the one that was signed before; a comment on it says why. */
function workersChange({ walk, before }: Found, hashOf: (...about: readonly unknown[]) => string): readonly Finding[] {
  if (before === undefined || !walk.asked.has("B1") || walk.stateOf("B1") !== "answered") return [];
  const [now, then] = [workersOf(walk), workersOf(before.walk)];
  const isNoted = walk.answers.B1?.comment !== undefined || walk.answers.D1?.comment !== undefined;
  if (isNoted || Math.abs(now - then) * 2 <= then) return [];
  const { signedAt } = before;
  const about = { now, before: then, signedAt };
  return [{ id: "workers", kind: "workers", questions: ["B1"], stops: false, answers: hashOf(now, then), ...about }];
}

function hurry({ walk, answering }: Found, hashOf: (...about: readonly unknown[]) => string): readonly Finding[] {
  if (answering === undefined || answering.ms >= hurryMs || !areAllFirstChoices(walk, answering.carried)) return [];
  return [{ id: "first-choices", kind: "first-choices", questions: [], stops: false, answers: hashOf(walk.answers) }];
}

/** What was said of a finding, if it was said of these answers. */
export function standOn(stands: readonly Stand[], { id, answers }: Pick<Finding, "id" | "answers">): Stand | undefined {
  return stands.find((one) => one.finding === id && one.answers === answers);
}

/** Whether it still stops the signature: a reason given for it is an explanation. */
export function stillStops(stands: readonly Stand[], finding: Finding): boolean {
  return finding.stops && (standOn(stands, finding)?.reason ?? "") === "";
}

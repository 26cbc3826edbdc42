import type { RefusedType } from "./file-type";
import type { AddedEvidence } from "./receive-document";

/** What people can do about a file that was not taken, each a sentence of its own. `ask`: the buyer, who alone can help. */
export type WayOut = "print" | "picture" | "smaller" | "open" | "room" | "ask";

/** Where why it was refused says what to do already, there is no more. */
const waysOf: Record<RefusedType, readonly WayOut[]> = {
  empty: ["open"],
  macros: ["print"],
  "holds-files": ["print"],
  remote: ["print"],
  script: ["print", "picture"],
  locked: ["print", "picture"],
  virus: ["picture"],
  "old-office": ["print"],
  archive: [],
  program: [],
  "web-page": ["print"],
  picture: ["print"],
  video: ["picture"],
  text: ["print"],
  unknown: ["print", "picture"],
};

/** The ways out for one file, the best first; undefined where it was taken, and where it is our side that has to be mended. */
export function waysOut(outcome: AddedEvidence): readonly WayOut[] | undefined {
  switch (outcome.kind) {
    case "refused":
      return waysOf[outcome.why];
    case "too-large":
      return ["smaller"];
    case "full":
      if (outcome.of === "question") return ["room"];
      return outcome.of === "attestation" ? ["room", "smaller"] : ["ask"];
    default:
      return undefined;
  }
}

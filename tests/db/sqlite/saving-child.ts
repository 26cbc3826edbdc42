/**
 * A program that saves answers and says each revision once it was told that it is kept: revision n of the answer has the
 * comment n. Arguments: database file, organisation, attestation, question.
 */
import { writeSync } from "node:fs";
import { openStore } from "#db/index";
import { anAnswer, anEvent, now } from "#tests/support/factories";

const [file, org, attestation, question] = process.argv.slice(2);
if (!file || !org || !attestation || !question) throw new Error("say file, organisation, attestation and question");
const store = await openStore(`file:${file}`);
for (let basedOn = 0; ; basedOn += 1) {
  const answer = anAnswer({ comment: String(basedOn + 1) });
  const { revision } = await store.attestations.saveAnswer({
    org,
    attestation,
    question,
    basedOn,
    answer,
    at: now,
    audit: anEvent(),
  });
  // Straight to the pipe: what waits in a buffer dies with the process and would prove nothing.
  writeSync(1, `${revision}\n`);
}

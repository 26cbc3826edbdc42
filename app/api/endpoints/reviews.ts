import * as z from "zod";
import { endpoint } from "#app/api/endpoint";
import { doneOf } from "#app/api/request/read-input";
import { readReviewState, readReviews, reviewFilterInput, reviewRecord } from "#app/services/api/records/read-reviews";
import { assignReview, reopenReview, setReviewDue, settleReview } from "#app/services/team/reviews/change-review";
import { acceptAsSigned } from "#app/services/team/reviews/decide/accept-as-signed";
import { decideEvidence } from "#app/services/team/reviews/decide/decide-evidence";
import { decideLink } from "#app/services/team/reviews/decide/decide-link";
import { liftFloor } from "#app/services/team/reviews/decide/lift-floor";
import { settleFinding } from "#app/services/team/reviews/decide/settle-finding";

/** What became of a decision: `asked` waits for a second person, `same` was decided so before. */
const decided = z.strictObject({ outcome: z.enum(["made", "asked", "same"]) });
const changed = z.strictObject({ attestation: z.string() });
const about = { attestation: true } as const;
const scope = "reviews:write";

/** Reviews of what was signed. Nobody agrees by a key: a second person is a person. */
export const reviewEndpoints = [
  endpoint({
    ...{ id: "listReviews", method: "GET", path: "/reviews", scope: "reviews:read" },
    summary: "Reviews, by the id of what is reviewed",
    query: reviewFilterInput,
    answer: { kind: "list", schema: reviewRecord, idOf: ({ attestation }) => attestation },
    run: (ctx, { query, part }) => readReviews(ctx, { ...query, ...part }),
  }),
  endpoint({
    ...{ id: "getReview", method: "GET", path: "/reviews/{attestation}", scope: "reviews:read" },
    summary: "How one review stands",
    answer: { kind: "one", schema: reviewRecord },
    run: (ctx, { path: { attestation = "" } }) => readReviewState(ctx, { attestation }),
  }),
  endpoint({
    ...{ id: "acceptAnswer", method: "POST", path: "/reviews/{attestation}/answers", scope },
    summary: "Says that an answer was looked at and stands as it is",
    body: acceptAsSigned.input.omit(about),
    answer: { kind: "one", schema: decided },
    run: async (ctx, { path: { attestation = "" }, body }) => ({
      outcome: doneOf(await acceptAsSigned.submit(ctx, { ...body, attestation })),
    }),
  }),
  endpoint({
    ...{ id: "decideEvidence", method: "POST", path: "/reviews/{attestation}/evidence", scope },
    summary: "Says what a document is worth",
    body: decideEvidence.input.omit(about),
    answer: { kind: "one", schema: decided },
    run: async (ctx, { path: { attestation = "" }, body }) => ({
      outcome: doneOf(await decideEvidence.submit(ctx, { ...body, attestation })),
    }),
  }),
  endpoint({
    ...{ id: "settleFinding", method: "POST", path: "/reviews/{attestation}/findings", scope },
    summary: "Settles with a note what does not fit",
    body: settleFinding.input.omit(about),
    answer: { kind: "one", schema: decided },
    run: async (ctx, { path: { attestation = "" }, body }) => ({
      outcome: doneOf(await settleFinding.submit(ctx, { ...body, attestation })),
    }),
  }),
  endpoint({
    ...{ id: "decideLink", method: "POST", path: "/reviews/{attestation}/links", scope },
    summary: "Says of a declared link to a law that it is under review, or was not rebutted",
    body: decideLink.input.omit(about),
    answer: { kind: "one", schema: decided },
    run: async (ctx, { path: { attestation = "" }, body }) => ({
      outcome: doneOf(await decideLink.submit(ctx, { ...body, attestation })),
    }),
  }),
  endpoint({
    ...{ id: "liftFloor", method: "POST", path: "/reviews/{attestation}/floors", scope },
    summary: "Lifts a floor, with a reason and a document that shows it",
    body: liftFloor.input.omit(about),
    answer: { kind: "one", schema: decided },
    run: async (ctx, { path: { attestation = "" }, body }) => ({
      outcome: doneOf(await liftFloor.submit(ctx, { ...body, attestation })),
    }),
  }),
  endpoint({
    ...{ id: "assignReview", method: "POST", path: "/reviews/{attestation}/assign", scope },
    summary: "Gives a review to somebody who may decide, or to nobody",
    body: assignReview.input.omit(about),
    answer: { kind: "one", schema: changed },
    async run(ctx, { path: { attestation = "" }, body }) {
      doneOf(await assignReview.submit(ctx, { ...body, attestation }));
      return { attestation };
    },
  }),
  endpoint({
    ...{ id: "setReviewDue", method: "POST", path: "/reviews/{attestation}/due", scope },
    summary: "Makes a review due at the end of another day, UTC",
    body: setReviewDue.input.omit(about),
    answer: { kind: "one", schema: changed },
    async run(ctx, { path: { attestation = "" }, body }) {
      doneOf(await setReviewDue.submit(ctx, { ...body, attestation }));
      return { attestation };
    },
  }),
  endpoint({
    ...{ id: "settleReview", method: "POST", path: "/reviews/{attestation}/settle", scope },
    summary: "Ends a review, whatever is left of it",
    body: settleReview.input.omit(about),
    answer: { kind: "one", schema: changed },
    async run(ctx, { path: { attestation = "" } }) {
      await settleReview(ctx, { attestation });
      return { attestation };
    },
  }),
  endpoint({
    ...{ id: "reopenReview", method: "POST", path: "/reviews/{attestation}/reopen", scope },
    summary: "Opens a review again that was ended",
    body: reopenReview.input.omit(about),
    answer: { kind: "one", schema: changed },
    async run(ctx, { path: { attestation = "" } }) {
      await reopenReview(ctx, { attestation });
      return { attestation };
    },
  }),
];

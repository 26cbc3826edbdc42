import { Problem } from "#app/domain/problem";
import { teamUseCase } from "#app/services/context/use-case";
import type { ReturnFormView } from "#app/views/team/supplier/returns";
import { findSigned, isSensitive, returnableQuestion, signedQuestionInput } from "./find-signed";
import { returnLimits } from "./limits";
import { answerLines, shortName } from "./returned-lines";

/**
 * One question of what was signed with the form that returns it. `form` is absent where something went back already: it is
 * called back first, or answered.
 * @throws Problem "not-found" for what is not signed, is void, or was not asked; "record-changed"
 */
export const showReturnForm = teamUseCase({
  permission: "attestations.return",
  input: signedQuestionInput,
  events: ["record.mismatched"],
  async run(ctx, { attestation, question: code }, event) {
    const org = ctx.organisation.id;
    const signed = await findSigned(ctx, event, attestation);
    if (signed.file.voided) throw new Problem("not-found");
    const question = returnableQuestion(ctx, signed, code);
    const listed = (await ctx.store.returns.questions(org, attestation)).find((one) => one.question === code);
    const isSent = (await ctx.store.returns.sent(org, attestation)).some(({ calledBackAt }) => !calledBackAt);
    const base = `/reviews/${attestation}/returned`;
    const form: ReturnFormView = {
      action: `${base}/${code}`,
      code,
      comment: listed?.comment ?? "",
      sensitive: isSensitive(signed, question),
      most: returnLimits.comment,
    };
    return {
      code,
      name: shortName(ctx, signed, code),
      supplier: { id: signed.file.supplier.id, name: signed.file.supplier.name },
      reference: signed.file.attestation.reference,
      answer: answerLines(ctx, signed, question),
      isListed: listed !== undefined && listed.return === undefined,
      list: base,
      ...(isSent ? {} : { form }),
    };
  },
});

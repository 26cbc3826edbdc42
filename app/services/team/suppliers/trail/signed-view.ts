import { timeMoment } from "#app/i18n/dates/moments";
import { confirmedLine } from "#app/services/answers/confirmation";
import { approverIn } from "#app/services/answers/signed/signed-approval";
import type { TeamContext } from "#app/services/context/contexts";
import type { SignedView } from "#app/views/team/supplier/record";
import type { Declaration } from "#db/records";

/** Who stands for what was signed, for the page of a supplier. */
export function signedView(ctx: TeamContext, declaration: Declaration, revision: number): SignedView {
  const { name, job, signedAt, hash } = declaration;
  return {
    ...{ name, job, hash, revision },
    confirmed: confirmedLine(ctx, declaration),
    approver: approverIn(declaration),
    at: timeMoment(signedAt, ctx.language),
  };
}

import { ApprovePage } from "#app/components/supplier/approval/approve-page";
import { CodePage } from "#app/components/supplier/signing/code-page";
import { redirect } from "#app/router/api/answers.server";
import { useLoaderData } from "#app/router/api/route-data";
import { actionResult, showWithResult } from "#app/routes/supplier/requests/action-result";
import { fieldOf } from "#app/routes/supplier/requests/form-fields";
import { supplierPageTitle } from "#app/routes/supplier/requests/page-title";
import { forForm, forOpenSession } from "#app/routes/supplier/requests/session-requests";
import { approveSignature } from "#app/services/supplier/approval/approve";
import { returnApproval } from "#app/services/supplier/approval/end-approval";
import { showApprove, type TypedReason } from "#app/services/supplier/approval/show-approve";
import { addressOf } from "#app/services/supplier/session/supplier-session";
import { type UnsavedForm, unsavedForm } from "#app/services/supplier/session/unsaved-form";
import type { CodeProblem } from "#app/services/supplier/signing/code/confirm-signature";
import { showCodePage } from "#app/services/supplier/signing/code/show-code-page";
import type { ApproveView } from "#app/views/supplier/signing/approval";
import type { CodeView } from "#app/views/supplier/signing/code";

export const meta = supplierPageTitle;

/** A reason that was not taken, or that a code is asked for, with why it is once more. */
type ApproveForm = { readonly reason?: TypedReason; readonly code?: UnsavedForm & { readonly problem?: CodeProblem } };

export const loader = forOpenSession(({ ctx }, { context }): Promise<ApproveView | CodeView> => {
  const typed = actionResult<ApproveForm>(context);
  if (typed?.code) return showCodePage(ctx, { typed: typed.code, problem: typed.code.problem });
  return showApprove(ctx, { typed: typed?.reason });
});

export const action = forForm(
  async ({ ctx, fields }, { context }) => {
    const page = `${addressOf(ctx.session)}/approve`;
    if (fieldOf(fields, "codeStep") === "back") return redirect(page);
    if (fieldOf(fields, "then") === "return") {
      const outcome = await returnApproval(ctx, { fields });
      if (outcome === "returned" || outcome === "gone") return redirect(page);
      if (outcome === "not-saved")
        return showWithResult<ApproveForm>(context, { reason: { fields, notSaved: true } }, 507);
      return showWithResult<ApproveForm>(context, { reason: { fields, error: outcome } }, 422);
    }
    const outcome = await approveSignature(ctx, { fields });
    switch (outcome.kind) {
      case "submitted":
        return redirect(`${addressOf(ctx.session)}/receipt`);
      case "code": {
        const { problem } = outcome;
        const code = { ...unsavedForm(fields, { kind: "errors", errors: [] }), problem };
        return showWithResult<ApproveForm>(context, { code }, problem ? 422 : 200);
      }
      case "not-saved":
        return showWithResult<ApproveForm>(context, { reason: { fields, notSaved: true } }, 507);
      default:
        return redirect(page);
    }
  },
  ["approve", "return", "back", "check", "without", "new"],
);

export default function Approve() {
  const view = useLoaderData<typeof loader>();
  return view.kind === "code" ? <CodePage view={view} /> : <ApprovePage view={view} />;
}

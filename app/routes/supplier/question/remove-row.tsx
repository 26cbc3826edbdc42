import { RemoveRowPage } from "#app/components/supplier/rows/row-page";
import { Problem } from "#app/domain/problem";
import { redirect } from "#app/router/api/answers.server";
import { useLoaderData } from "#app/router/api/route-data";
import { actionResult, showWithResult } from "#app/routes/supplier/requests/action-result";
import { originOf } from "#app/routes/supplier/requests/origin";
import { supplierPageTitle } from "#app/routes/supplier/requests/page-title";
import { forForm, forOpenSession } from "#app/routes/supplier/requests/session-requests";
import { removeRow, showRowRemoval } from "#app/services/supplier/rows/remove-row";
import { afterTable } from "#app/services/supplier/session/after-question";

export const meta = supplierPageTitle;

const rowAt = (param: (name: string) => string) => ({
  question: param("question"),
  part: param("part"),
  row: param("row"),
});

export const loader = forOpenSession(({ ctx, param }, { context, request }) =>
  showRowRemoval(ctx, {
    ...rowAt(param),
    notSaved: actionResult<true>(context) ?? false,
    from: originOf(request),
  }),
);

export const action = forForm(async ({ ctx, param }, { context, request }) => {
  const at = rowAt(param);
  const outcome = await removeRow(ctx, at);
  if (outcome.kind === "saved") return redirect(afterTable(ctx.session, at.question, originOf(request)));
  if (outcome.kind === "conflict") throw new Problem("changed-meanwhile");
  return showWithResult<true>(context, true, 507);
});

export default function RemoveRow() {
  return <RemoveRowPage view={useLoaderData<typeof loader>()} />;
}

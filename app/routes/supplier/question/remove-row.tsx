import { RemoveRowPage } from "#app/components/supplier/rows/row-page";
import { Problem } from "#app/domain/problem";
import { redirect } from "#app/router/api/answers.server";
import { useLoaderData } from "#app/router/api/route-data";
import { actionResult, showWithResult } from "#app/routes/supplier/requests/action-result";
import { supplierPageTitle } from "#app/routes/supplier/requests/page-title";
import { forForm, forOpenSession } from "#app/routes/supplier/requests/session-requests";
import { removeRow, showRowRemoval } from "#app/services/supplier/rows/remove-row";
import { addressOf } from "#app/services/supplier/session/supplier-session";

export const meta = supplierPageTitle;

const rowAt = (param: (name: string) => string) => ({
  question: param("question"),
  part: param("part"),
  row: param("row"),
});

export const loader = forOpenSession(({ ctx, param }, { context }) =>
  showRowRemoval(ctx, { ...rowAt(param), notSaved: actionResult<true>(context) ?? false }),
);

export const action = forForm(async ({ ctx, param }, { context }) => {
  const at = rowAt(param);
  const outcome = await removeRow(ctx, at);
  if (outcome.kind === "saved") return redirect(`${addressOf(ctx.session)}/${at.question}`);
  if (outcome.kind === "conflict") throw new Problem("changed-meanwhile");
  return showWithResult<true>(context, true, 507);
});

export default function RemoveRow() {
  return <RemoveRowPage view={useLoaderData<typeof loader>()} />;
}

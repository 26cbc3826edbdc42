import { data, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { RemoveRowPage } from "#app/components/supplier/row-page";
import { Problem } from "#app/problem";
import { removeRowPage } from "#app/services/supplier/row-page";
import { removeRow, tableAt } from "#app/services/supplier/save-row";
import { forForm, forOpenSitting } from "./answering";
import { titleOf } from "./title";
import { handedOn, handOn } from "./turn";

export const meta = titleOf;

export const loader = forOpenSitting(({ ctx, sitting, param }, { context }) => {
  const place = tableAt(sitting, param("question"), param("part"));
  return removeRowPage(ctx, sitting, place, { row: param("row"), notSaved: handedOn<true>(context) ?? false });
});

export const action = forForm(async ({ ctx, sitting, param }, { context }) => {
  const place = tableAt(sitting, param("question"), param("part"));
  const outcome = await removeRow(ctx, sitting, place, param("row"));
  if (outcome.kind === "saved") return redirect(`/attest/${sitting.file.attestation.id}/${place.question.id}`);
  if (outcome.kind === "conflict") throw new Problem("changed-meanwhile");
  handOn(context, true);
  return data(null, { status: 507 });
});

export default function RemoveRow() {
  return <RemoveRowPage view={useLoaderData<typeof loader>()} />;
}

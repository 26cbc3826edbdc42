import type { TeamContext } from "#app/services/context/contexts";
import { activeFilters, filterForm } from "#app/services/team/suppliers/filters/filter-form";
import { viewSources } from "#app/services/team/suppliers/filters/known-view";
import type { Choice, PartForm } from "#app/views/team/rules/what-if";
import { bandsWorstFirst } from "#terms/bands";
import { supplierFilterNames, supplierFilters } from "#terms/suppliers/supplier-filters";
import { partOf, viewOfPart } from "./part-query";
import { openViews, partFor } from "./read-part";

/** The filters that the form has a field for; what else is set is carried along and can be taken off. */
const offered = ["country", "tier", "tag", "campaign"] as const;

/** The fields that choose a part of the suppliers. @param part that is chosen */
export async function partForm(ctx: TeamContext, part: string): Promise<PartForm> {
  const sources = await viewSources(ctx);
  const view = viewOfPart(part);
  const { t } = sources;
  const views = (await openViews(ctx)).filter(({ query }) => partFor(ctx, sources, query) !== "");
  const others = supplierFilterNames.filter((name) => name !== "bands" && !offered.some((one) => one === name));
  const rest = { ...view, bands: [], country: undefined, tier: undefined, tag: undefined, campaign: undefined };
  return {
    views: [
      { value: "", label: t("ratings:whatIf.part.anyView") },
      ...views.map(({ id, name }) => ({ value: id, label: name })),
    ],
    fields: filterForm(view, sources, offered).controls.flatMap((control) =>
      control.kind === "select"
        ? [{ ...control, choices: [{ value: "", label: control.unset }, ...choicesIn(control.choices)] }]
        : [],
    ),
    bands: {
      parameter: supplierFilters.bands.parameter,
      choices: bandsWorstFirst.map((band) => ({ value: band, label: t(`team:band.${band}`) })),
      set: view.bands,
    },
    kept: others.flatMap((name) => {
      const value = view[name];
      return typeof value === "string" ? [{ name: supplierFilters[name].parameter, value }] : [];
    }),
    others: activeFilters(viewOfPart(partOf(rest)), sources).map(({ name, words }) => ({ name, words })),
  };
}

/** @param choices as a list, or as codes and names by turns, each on a line */
function choicesIn(choices: string | readonly { readonly id: string; readonly name: string }[]): readonly Choice[] {
  if (typeof choices !== "string") return choices.map(({ id, name }) => ({ value: id, label: name }));
  const lines = choices.split("\n");
  return lines.flatMap((value, at) => (at % 2 === 0 ? [{ value, label: lines[at + 1] ?? value }] : []));
}

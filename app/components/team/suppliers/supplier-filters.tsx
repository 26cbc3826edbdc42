import type { ReactNode } from "react";
import { useTexts } from "#app/i18n/texts/use-texts";
import { Form } from "#app/router/api/navigation";
import type { FilterChoices, FilterControl, FilterView, NamedChoice } from "#app/views/team/suppliers/filters/filters";

/** Filters as a plain form: it works before, and without, any script. */
export function SupplierFilters({ filters, address }: { filters: FilterView; address: string }) {
  const t = useTexts("ratings");
  return (
    // The key makes fields forget what was typed once the address says otherwise.
    <Form key={address} className="filters" role="search" method="get" action="/suppliers">
      {filters.kept.map(({ name, value }) => (
        <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
      ))}
      {filters.controls.map((control) =>
        control.kind === "search" ? <SearchField key={control.parameter} {...control} /> : null,
      )}
      <input type="checkbox" id="more-filters" className="more-filters-switch" aria-controls="more-fields" />
      <label htmlFor="more-filters" className="button button-second more-filters-label">
        {filters.set === 0 ? t("suppliers.more") : t("suppliers.moreSet", { number: filters.set })}
      </label>
      <div className="more-filters" id="more-fields">
        {filters.controls.map((control) =>
          control.kind === "select" ? <Chooser key={control.parameter} {...control} /> : null,
        )}
      </div>
      <button type="submit" className="button button-second">
        {t("suppliers.apply")}
      </button>
    </Form>
  );
}

function SearchField({ parameter, value, unset, longest }: Extract<FilterControl, { kind: "search" }>) {
  const t = useTexts("ratings");
  return (
    <div className="field search-field">
      <label htmlFor="find">{t("suppliers.find")}</label>
      <input type="search" id="find" name={parameter} defaultValue={value} placeholder={unset} maxLength={longest} />
    </div>
  );
}

function Chooser({ parameter, name, value, unset, choices }: Extract<FilterControl, { kind: "select" }>) {
  return (
    <div className="field">
      <label htmlFor={`f-${parameter}`}>{name}</label>
      <select id={`f-${parameter}`} name={parameter} defaultValue={value ?? ""}>
        <option value="">{unset}</option>
        {optionsOf(choices)}
      </select>
    </div>
  );
}

function Named({ choices }: { choices: readonly NamedChoice[] }) {
  return choices.map(({ id, name }) => (
    <option key={id} value={id}>
      {name}
    </option>
  ));
}

const drawn = new Map<string, ReactNode>();

/** What is the same for every view of a language is made once. */
function optionsOf(choices: FilterChoices): ReactNode {
  if (typeof choices !== "string") return <Named choices={choices} />;
  const known = drawn.get(choices);
  if (known !== undefined) return known;
  const lines = choices.split("\n");
  const named = lines.flatMap((id, place) => (place % 2 === 0 ? [{ id, name: lines[place + 1] ?? id }] : []));
  const options = Named({ choices: named });
  drawn.set(choices, options);
  return options;
}

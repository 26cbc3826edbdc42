import type { ReactNode } from "react";
import { useWords } from "#app/i18n/texts/use-words";
import { Form } from "#app/router/api/navigation";
import { confidenceRanges, type FilterView, type NamedChoice } from "#app/views/team/suppliers/filters";
import { dprkStatesWorstFirst } from "#terms/dprk-states";
import { tiersWorstFirst } from "#terms/tiers";

/** Filters as a plain form: it works before, and without, any script. */
export function SupplierFilters({ filters, address }: { filters: FilterView; address: string }) {
  const t = useWords("ratings");
  const team = useWords("team");
  return (
    // The key makes fields forget what was typed once the address says otherwise.
    <Form key={address} className="filters" role="search" method="get" action="/suppliers">
      {filters.kept.map(({ name, value }) => (
        <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
      ))}
      <div className="field search-field">
        <label htmlFor="find">{t("suppliers.find")}</label>
        <input
          type="search"
          id="find"
          name="q"
          defaultValue={filters.search}
          placeholder={t("suppliers.findHint")}
          maxLength={200}
        />
      </div>
      <input type="checkbox" id="more-filters" className="more-filters-switch" aria-controls="more-fields" />
      <label htmlFor="more-filters" className="button button-second more-filters-label">
        {filters.set === 0 ? t("suppliers.more") : t("suppliers.moreSet", { number: filters.set })}
      </label>
      <div className="more-filters" id="more-fields">
        <Chooser name="dprk" value={filters.dprk} any={t("suppliers.filters.dprkAny")}>
          {dprkStatesWorstFirst.map((state) => (
            <option key={state} value={state}>
              {team(`dprk.${state}`)}
            </option>
          ))}
        </Chooser>
        <Chooser name="tier" value={filters.tier} any={t("suppliers.filters.tierAny")}>
          {tiersWorstFirst.map((tier) => (
            <option key={tier} value={tier}>
              {team(`tier.long.${tier}`)}
            </option>
          ))}
        </Chooser>
        <Chooser name="confidence" value={filters.confidence} any={t("suppliers.filters.confidenceAny")}>
          {confidenceRanges.map((range) => (
            <option key={range} value={range}>
              {t(`suppliers.confidenceRange.${range}`)}
            </option>
          ))}
        </Chooser>
        <Chooser name="country" value={filters.country} any={t("suppliers.filters.countryAny")}>
          {countryOptions(filters.countries)}
        </Chooser>
        <Chooser name="campaign" value={filters.campaign} any={t("suppliers.filters.campaignAny")}>
          <Named choices={filters.campaigns} />
        </Chooser>
      </div>
      <button type="submit" className="button button-second">
        {t("suppliers.apply")}
      </button>
    </Form>
  );
}

type ChooserProps = {
  name: "dprk" | "tier" | "confidence" | "country" | "campaign";
  value?: string;
  any: string;
  children: ReactNode;
};

function Chooser({ name, value, any, children }: ChooserProps) {
  const t = useWords("ratings");
  return (
    <div className="field">
      <label htmlFor={`f-${name}`}>{t(`suppliers.filters.${name}`)}</label>
      <select id={`f-${name}`} name={name} defaultValue={value ?? ""}>
        <option value="">{any}</option>
        {children}
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

/** The same for every view of a language, so they are made once. */
function countryOptions(countries: string): ReactNode {
  const known = drawn.get(countries);
  if (known !== undefined) return known;
  const lines = countries.split("\n");
  const choices = lines.flatMap((id, place) => (place % 2 === 0 ? [{ id, name: lines[place + 1] ?? id }] : []));
  const options = Named({ choices });
  drawn.set(countries, options);
  return options;
}

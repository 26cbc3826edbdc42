import type { ReactNode } from "react";
import { useWords } from "#app/i18n/texts/use-words";
import { Form } from "#app/router/navigation";
import { type DprkState, dprkStatesWorstFirst } from "#terms/dprk-states";
import { type Tier, tiersWorstFirst } from "#terms/tiers";

export const confidenceRanges = ["under-50", "50-74", "75-up"] as const;

export type NamedChoice = { id: string; name: string };

export type FilterState = {
  search?: string;
  dprk?: DprkState;
  tier?: Tier;
  confidence?: (typeof confidenceRanges)[number];
  country?: string;
  campaign?: string;
  /** Codes and names by turns, each on a line: two hundred choices one by one take longer to hand over than the table. */
  countries: string;
  campaigns: readonly NamedChoice[];
  /** What the form must carry along: bands and sorting, which are set by links. */
  kept: readonly { name: string; value: string }[];
  /** How many of the select fields are set. */
  set: number;
};

/** Filters as a plain form: it works before, and without, any script. */
export function SupplierFilters({ filters, address }: { filters: FilterState; address: string }) {
  const t = useWords("ratings");
  const team = useWords("team");
  return (
    // The key makes fields forget what was typed once the address says otherwise.
    <Form key={address} className="filters" role="search" method="get" action="/suppliers">
      {filters.kept.map(({ name, value }) => (
        <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
      ))}
      <div className="field find">
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
      <input type="checkbox" id="more-filters" className="more-switch" aria-controls="more-fields" />
      <label htmlFor="more-filters" className="button button-second filters-link">
        {filters.set === 0 ? t("suppliers.more") : t("suppliers.moreSet", { number: filters.set })}
      </label>
      <div className="more" id="more-fields">
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

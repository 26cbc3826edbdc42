import { SelectField, TextArea } from "#app/components/team/forms/field";
import { useTexts } from "#app/i18n/texts/use-texts";
import { Form } from "#app/router/api/navigation";
import type { RerateOffers } from "#app/views/team/rules/own-rules";
import type { Choice } from "#app/views/team/rules/what-if";
import type { Answered } from "./draft-page";

type Props = RerateOffers & { ruleSets?: readonly Choice[]; answered?: Answered };

/** Orders suppliers to be rated again. `ruleSets`: those that can be chosen, where the page is not about one. */
export function RerateForm({ ruleSets, editions, countries, campaigns, asksSecond, answered }: Props) {
  const t = useTexts("rules");
  const typed = answered?.typed ?? {};
  const errorOf = (field: string) => answered?.errors.find((one) => one.field === field)?.text;
  const any = (label: string) => ({ value: "", label });
  const kept = any(t("again.asRated"));
  return (
    <Form method="post" className="flow narrow" id="rerate" reloadDocument>
      {ruleSets && (
        <SelectField
          {...{ name: "rules", label: t("rerating.rules"), value: typed.rules, error: errorOf("rules") }}
          choices={[kept, ...ruleSets]}
        />
      )}
      <SelectField
        {...{ name: "edition", label: t("again.edition"), value: typed.edition }}
        choices={[kept, ...editions]}
      />
      <SelectField
        {...{ name: "country", label: t("show.country"), value: typed.country }}
        choices={[any(t("show.anyCountry")), ...countries]}
      />
      <SelectField
        {...{ name: "campaign", label: t("show.campaign"), value: typed.campaign }}
        choices={[any(t("show.anyCampaign")), ...campaigns]}
      />
      <TextArea
        {...{ name: "reason", label: t("list.reason"), hint: t("list.reasonHint"), value: typed.reason, dir: "auto" }}
        error={errorOf("reason")}
      />
      {asksSecond && <p className="note-plain">{t("again.second")}</p>}
      <button type="submit" name="intent" value="rerate" className="button">
        {t(asksSecond ? "again.ask" : "show.start")}
      </button>
    </Form>
  );
}

import type { TFunction } from "i18next";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FieldHelp } from "#app/components/forms/field-help";
import { DataTable } from "#app/components/team/tables/data-table";
import { asCell, asColumnHead, asGroup, asRow, asRowHead } from "#app/components/team/tables/table-roles";
import type { OfferLineView } from "#app/views/team/campaigns/offer";

/** Which languages suppliers may choose, each with how far it is, and what is said of those that nobody has read. */
export function LanguageOffer({ lines, error }: { lines: readonly OfferLineView[]; error?: string }) {
  const { t } = useTranslation("team");
  const [ticked, setTicked] = useState(
    () => new Set(lines.filter(({ isUsual }) => isUsual).map(({ language }) => language)),
  );
  const unread = lines.filter(({ language, isUnreviewed }) => isUnreviewed && ticked.has(language)).length;
  const tick = (language: string, isTicked: boolean) => {
    const next = new Set(ticked);
    if (isTicked) next.add(language);
    else next.delete(language);
    setTicked(next);
  };
  return (
    <fieldset id="offer" className={error ? "field field-error" : "field"} aria-describedby="offer-hint">
      <legend className="label">{t("campaign.offer.title")}</legend>
      <FieldHelp id="offer" hint={t("campaign.offer.hint")} error={error} />
      <DataTable
        label={t("campaign.offer.title")}
        className="offer-table"
        head={(["language", "contacts", "texts", "review"] as const).map((column) => (
          <th {...asColumnHead} key={column} scope="col">
            {t(`campaign.offer.${column}`)}
          </th>
        ))}
      >
        <tbody {...asGroup}>
          {lines.map((line) => (
            <OfferRow key={line.language} line={line} tick={tick} />
          ))}
        </tbody>
      </DataTable>
      <p role="status">{unread > 0 && t("campaign.offer.choice", { count: unread })}</p>
    </fieldset>
  );
}

type OfferRowProps = { line: OfferLineView; tick: (language: string, isTicked: boolean) => void };

function OfferRow({ line, tick }: OfferRowProps) {
  const { t } = useTranslation("team");
  const { language, endonym, dir, contacts, strings, missing, stale, isFixed, isUsual } = line;
  return (
    <tr {...asRow}>
      <th {...asRowHead} scope="row">
        <span className="offer-choice">
          <input
            type="checkbox"
            id={`offer-${language}`}
            name="offer"
            value={language}
            defaultChecked={isUsual}
            disabled={isFixed}
            onChange={({ currentTarget }) => tick(language, currentTarget.checked)}
          />
          <label htmlFor={`offer-${language}`}>
            <bdi lang={language} dir={dir}>
              {endonym}
            </bdi>
          </label>
        </span>
        {/* What cannot be unticked is not sent by its box. */}
        {isFixed && <input type="hidden" name="offer" value={language} />}
      </th>
      <td {...asCell}>{t("campaign.offer.readers", { count: contacts })}</td>
      <td {...asCell}>
        {t("campaign.offer.there", { done: strings - missing, all: strings })}
        {missing > 0 && <small> {t("campaign.offer.missing")}</small>}
        {stale > 0 && <small> {t("campaign.offer.stale", { count: stale })}</small>}
      </td>
      <td {...asCell}>{reviewWords(line, t)}</td>
    </tr>
  );
}

function reviewWords({ isFixed, strings, missing, reviewed, approved }: OfferLineView, t: TFunction<"team">): string {
  const [there, read] = [strings - missing, reviewed + approved];
  if (isFixed) return t("campaign.offer.source");
  if (there === 0) return t("campaign.offer.nothing");
  if (read === 0) return t("campaign.offer.nobody");
  if (read < there) return t("campaign.offer.some-read", { done: read, all: there });
  return t("campaign.offer.everything");
}

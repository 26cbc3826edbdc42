import type { ReactNode } from "react";
import { BandChip } from "#app/components/team/ratings/band";
import { DriverLine } from "#app/components/team/ratings/driver-line";
import { ExpectedMark } from "#app/components/team/ratings/expected-mark";
import { FloorMark } from "#app/components/team/ratings/floor-mark";
import { DprkMark, Gauge, TierMark } from "#app/components/team/ratings/marks";
import { useNumberFormats } from "#app/components/team/ratings/number-formats";
import { RatingChange, RatingWas } from "#app/components/team/ratings/rating-change";
import { RestrictedBand } from "#app/components/team/ratings/restricted-band";
import { asCell } from "#app/components/team/tables/table-roles";
import { useTexts } from "#app/i18n/texts/use-texts";
import type { SupplierLine } from "#app/views/team/suppliers/supplier-line";
import type { ChosenColumn, SupplierColumn } from "#terms/suppliers/supplier-columns";

/** Where a cell stands in a row that is laid out as a list, on a phone. */
const places: Readonly<Record<ChosenColumn, string>> = {
  rating: "at-start",
  confidence: "at-end",
  tiers: "at-end",
  dprk: "at-start",
  driver: "full",
  change: "at-start",
  signed: "number at-end",
  expected: "at-start",
  findings: "number at-end",
  actions: "number at-end",
  answered: "number at-end",
  owner: "at-start",
  tags: "full",
};
/** Whose cell says there what it is about: the others say it by themselves. */
const labelled: readonly ChosenColumn[] = [
  "confidence",
  "change",
  "signed",
  "expected",
  "findings",
  "actions",
  "answered",
  "owner",
];

type CellProps = { column: ChosenColumn; line: SupplierLine; columns: readonly SupplierColumn[] };

/** What a column says of a supplier: rated, rated and not all to be seen, or not rated. */
export function SupplierCell({ column, line, columns }: CellProps) {
  const t = useTexts("ratings");
  return (
    <td
      {...asCell}
      className={places[column]}
      data-label={labelled.includes(column) ? t(`suppliers.head.${column}`) : undefined}
    >
      <Said column={column} line={line} columns={columns} />
    </td>
  );
}

function Said({ column, line, columns }: CellProps): ReactNode {
  const t = useTexts("ratings");
  const figures = useNumberFormats();
  const { rating, open, expected } = line;
  switch (column) {
    case "rating":
      return <Rating line={line} isExpectedApart={columns.includes("expected")} />;
    case "confidence":
      return rating ? <Gauge value={rating.confidence} /> : <span className="dim">{t("confidence.none")}</span>;
    case "tiers":
      return <Tiers tiers={line.tiers} />;
    case "dprk":
      return <Dprk rating={rating} />;
    case "driver":
      return <Driver rating={rating} />;
    case "change":
      return rating ? <RatingChange points={rating.change} was={rating.was} /> : <span className="dim">–</span>;
    case "signed":
      return <Day at={(rating ?? line.restricted)?.signed} />;
    case "expected":
      return expected ? <ExpectedMark {...expected} /> : <span className="dim">–</span>;
    case "findings":
    case "actions":
      return figures.count(open?.[column] ?? 0);
    case "owner":
      return line.owner === undefined ? <span className="dim">–</span> : <bdi>{line.owner}</bdi>;
    case "tags":
      return <Tags tags={line.tags} />;
    case "answered":
      return <Day at={open?.answered} />;
  }
}

function Dprk({ rating }: Pick<SupplierLine, "rating">) {
  const t = useTexts("ratings");
  if (!rating) return <span className="dim">{t("suppliers.noAnswer")}</span>;
  return <DprkMark state={rating.dprk} disclosed={rating.disclosed} />;
}

function Driver({ rating }: Pick<SupplierLine, "rating">) {
  const t = useTexts("ratings");
  if (rating?.driver) return <DriverLine driver={rating.driver} />;
  return <span className="dim">{t(rating ? "suppliers.noDriver" : "suppliers.waiting")}</span>;
}

function Rating({ line, isExpectedApart }: { line: SupplierLine; isExpectedApart: boolean }) {
  const figures = useNumberFormats();
  const { rating, restricted, expected } = line;
  if (!rating && !restricted)
    return expected && !isExpectedApart ? <ExpectedMark {...expected} /> : <BandChip band="none" />;
  const otherVersions = (rating ?? restricted)?.otherVersions;
  return (
    <>
      {rating && (
        <div className="rating">
          <span className="score">{figures.points(rating.score)}</span>
          <BandChip band={rating.band} confidence={rating.confidence} />
          {rating.held && <FloorMark unverified={rating.driver?.unverified} />}
        </div>
      )}
      {restricted && <RestrictedBand band={restricted.band} />}
      {restricted?.was && <RatingWas was={restricted.was} />}
      {otherVersions && <span className="second-line other-versions">{otherVersions}</span>}
    </>
  );
}

function Tiers({ tiers }: Pick<SupplierLine, "tiers">) {
  const t = useTexts("ratings");
  return (
    <span className="tiers">
      {tiers.map((tier) => (
        <TierMark key={tier.country} {...tier} />
      ))}
      {tiers.length === 0 && <span className="dim">{t("suppliers.noTiers")}</span>}
    </span>
  );
}

function Tags({ tags }: Pick<SupplierLine, "tags">) {
  if (tags.length === 0) return <span className="dim">–</span>;
  return (
    <ul className="tag-list">
      {tags.map((tag) => (
        <li key={tag}>
          <bdi>{tag}</bdi>
        </li>
      ))}
    </ul>
  );
}

function Day({ at }: { at?: { readonly iso: string; readonly text: string } }) {
  const t = useTexts("ratings");
  if (!at) return <span className="dim">{t("suppliers.notSigned")}</span>;
  return <time dateTime={at.iso}>{at.text}</time>;
}

import { BandChip } from "#app/components/team/ratings/band";
import { DriverLine } from "#app/components/team/ratings/driver-line";
import { ExpectedMark } from "#app/components/team/ratings/expected-mark";
import { FloorMark } from "#app/components/team/ratings/floor-mark";
import { DprkMark, Gauge, TierMark } from "#app/components/team/ratings/marks";
import { useNumberFormats } from "#app/components/team/ratings/number-formats";
import { RatingChange, RatingWas } from "#app/components/team/ratings/rating-change";
import { RestrictedBand } from "#app/components/team/ratings/restricted-band";
import { asCell, asRow, asRowHead } from "#app/components/team/tables/table-roles";
import { useTexts } from "#app/i18n/texts/use-texts";
import type { LineRating, RestrictedRating, SupplierLine } from "#app/views/team/suppliers/supplier-line";
import type { SupplierColumn } from "#app/views/team/suppliers/suppliers-page";

type RowProps = { line: SupplierLine; columns: readonly SupplierColumn[] };

/** One supplier. The roles are written out, since on a phone the row is laid out as a list and would lose them. */
export function SupplierRow({ line, columns }: RowProps) {
  return (
    <tr {...asRow}>
      <th scope="row" {...asRowHead} className="frozen">
        <div className="supplier-pick">
          <Pick id={line.id} name={line.name} />
          <div className="supplier-name">
            <a href={line.href} data-row data-discover>
              <bdi>{line.name}</bdi>
            </a>
            <small>
              <bdi>{line.ref}</bdi> · {line.externalId !== undefined && <OwnNumber id={line.externalId} />}
              {line.place}
            </small>
          </div>
        </div>
      </th>
      <Said line={line} columns={columns} />
    </tr>
  );
}

/** What is known of it: rated, rated and not all to be seen, or not rated. */
function Said({ line, columns }: RowProps) {
  if (line.rating) return <Rated rating={line.rating} tiers={line.tiers} />;
  if (line.restricted) return <Restricted rating={line.restricted} tiers={line.tiers} />;
  return <Unrated tiers={line.tiers} expected={line.expected} columns={columns} />;
}

/** Ticked, the supplier is compared with the others that are. */
function Pick({ id, name }: { id: string; name: string }) {
  const t = useTexts("ratings");
  return <input type="checkbox" name="ids" value={id} aria-label={t("compare.pick", { name })} />;
}

/** The buyer's own number: a row that was found by it must show it. */
function OwnNumber({ id }: { id: string }) {
  return (
    <>
      <bdi>{id}</bdi> ·{" "}
    </>
  );
}

function Tiers({ tiers }: Pick<SupplierLine, "tiers">) {
  return (
    <td {...asCell} className="at-end">
      <span className="tiers">
        {tiers.map((tier) => (
          <TierMark key={tier.country} {...tier} />
        ))}
        {tiers.length === 0 && <NoTiers />}
      </span>
    </td>
  );
}

function NoTiers() {
  const t = useTexts("ratings");
  return <span className="dim">{t("suppliers.noTiers")}</span>;
}

function Rated({ rating, tiers }: { rating: LineRating; tiers: SupplierLine["tiers"] }) {
  const t = useTexts("ratings");
  const figures = useNumberFormats();
  return (
    <>
      <td {...asCell} className="at-start">
        <div className="rating">
          <span className="score">{figures.points(rating.score)}</span>
          <BandChip band={rating.band} confidence={rating.confidence} />
          {rating.held && <FloorMark unverified={rating.driver?.unverified} />}
        </div>
        {rating.otherVersions && <span className="second-line other-versions">{rating.otherVersions}</span>}
      </td>
      <td {...asCell} className="at-end" data-label={t("suppliers.head.confidence")}>
        <Gauge value={rating.confidence} />
      </td>
      <Tiers tiers={tiers} />
      <td {...asCell} className="at-start">
        <DprkMark state={rating.dprk} disclosed={rating.disclosed} />
      </td>
      <td {...asCell} className="full">
        {rating.driver ? <DriverLine driver={rating.driver} /> : <span className="dim">{t("suppliers.noDriver")}</span>}
      </td>
      <td {...asCell} className="at-start" data-label={t("suppliers.head.change")}>
        <RatingChange points={rating.change} was={rating.was} />
      </td>
      <td {...asCell} className="number at-end" data-label={t("suppliers.head.signed")}>
        {rating.signed && <time dateTime={rating.signed.iso}>{rating.signed.text}</time>}
      </td>
    </>
  );
}

/** The band and nothing that moves with answers on North Korean labour, whatever they are. */
function Restricted({ rating, tiers }: { rating: RestrictedRating; tiers: SupplierLine["tiers"] }) {
  const t = useTexts("ratings");
  return (
    <>
      <td {...asCell} className="at-start">
        <RestrictedBand band={rating.band} />
        {rating.was && <RatingWas was={rating.was} />}
        {rating.otherVersions && <span className="second-line other-versions">{rating.otherVersions}</span>}
      </td>
      <Tiers tiers={tiers} />
      <td {...asCell} className="number at-end" data-label={t("suppliers.head.signed")}>
        {rating.signed && <time dateTime={rating.signed.iso}>{rating.signed.text}</time>}
      </td>
    </>
  );
}

function Unrated({ tiers, expected, columns }: Pick<SupplierLine, "tiers" | "expected"> & Pick<RowProps, "columns">) {
  const t = useTexts("ratings");
  return (
    <>
      <td {...asCell} className="at-start">
        {expected ? <ExpectedMark {...expected} /> : <BandChip band="none" />}
      </td>
      {columns.includes("confidence") && (
        <td {...asCell} className="at-end" data-label={t("suppliers.head.confidence")}>
          <span className="dim">{t("confidence.none")}</span>
        </td>
      )}
      <Tiers tiers={tiers} />
      {columns.includes("dprk") && <UnratedReasons />}
      <td {...asCell} className="number at-end" data-label={t("suppliers.head.signed")}>
        <span className="dim">{t("suppliers.notSigned")}</span>
      </td>
    </>
  );
}

function UnratedReasons() {
  const t = useTexts("ratings");
  return (
    <>
      <td {...asCell} className="at-start">
        <span className="dim">{t("suppliers.noAnswer")}</span>
      </td>
      <td {...asCell} className="full">
        <span className="dim">{t("suppliers.waiting")}</span>
      </td>
      <td {...asCell} className="at-start" data-label={t("suppliers.head.change")}>
        <span className="dim">–</span>
      </td>
    </>
  );
}

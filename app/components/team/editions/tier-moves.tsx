import { Icon } from "#app/components/frame/icon";
import { TierMark } from "#app/components/team/ratings/marks";
import { useNumberFormats } from "#app/components/team/ratings/number-formats";
import { DataTable } from "#app/components/team/tables/data-table";
import { useTexts } from "#app/i18n/texts/use-texts";
import type { EditionPreview, TierMove } from "#app/views/team/rules/edition";

/** The countries with another tier, worst first, with what that means for the suppliers there. */
export function TierMoves({ moves }: Pick<EditionPreview, "moves">) {
  const t = useTexts("ratings");
  if (moves.length === 0) return <p>{t("editions.noMoves")}</p>;
  const isCounted = moves.some(({ suppliers }) => suppliers !== undefined);
  return (
    <DataTable
      label={t("editions.moves")}
      head={
        <>
          <th scope="col">{t("editions.country")}</th>
          <th scope="col">{t("editions.tier")}</th>
          <th scope="col">{t("editions.input")}</th>
          {isCounted && <th scope="col">{t("editions.suppliers")}</th>}
          {isCounted && <th scope="col">{t("editions.cross")}</th>}
          <th scope="col">{t("editions.doubt")}</th>
        </>
      }
    >
      <tbody>
        {moves.map((move) => (
          <Move key={move.code} move={move} isCounted={isCounted} />
        ))}
      </tbody>
    </DataTable>
  );
}

function Move({ move, isCounted }: { move: TierMove; isCounted: boolean }) {
  const t = useTexts("ratings");
  const figures = useNumberFormats();
  const { code, name, from, to, points, way, suppliers, cross, doubt } = move;
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        <span className="tier-jump">
          <TierMark country={code} name={name} tier={from} />
          {way !== "same" && <Icon name={way === "worse" ? "up" : "down"} />}
          <TierMark country={code} name={name} tier={to} />
        </span>
      </td>
      <td className="num">
        <bdi className="ltr">{t("whatIf.rankMove", points)}</bdi>
      </td>
      {isCounted && <td className="num">{figures.count(suppliers ?? 0)}</td>}
      {isCounted && <td className="num">{figures.count(cross ?? 0)}</td>}
      <td>{doubt !== undefined && <bdi className="file-doubt">{doubt}</bdi>}</td>
    </tr>
  );
}

import { useTranslation } from "react-i18next";
import { Head } from "#app/components/team/frame/page-header";
import { useNumberFormats } from "#app/components/team/ratings/number-formats";
import { MixedNote } from "#app/components/team/tables/mixed-note";
import { useTexts } from "#app/i18n/texts/use-texts";
import type { MapView } from "#app/views/team/map/map";
import { mapParts } from "#app/views/team/map/map";
import { BandCounts } from "./band-counts";
import { CampaignBands } from "./campaign-bands";
import { CountryTable } from "./country-table";
import { MapLegend } from "./map-legend";
import { MapPictures } from "./map-pictures";
import { PictureViews } from "./pictures/picture-views";
import { ScoreSpread } from "./score-spread";

/** Suppliers by country, by points and by campaign: each picture beside a table of the same numbers. */
export function MapPage(page: MapView) {
  // Everything below takes its words as they are there: this waits for them where the browser has yet to load them.
  const { t } = useTranslation("map");
  const { count } = useNumberFormats();
  const { rules, edition, at } = page;
  const meta = t("meta", { all: count(page.all), rated: count(page.rated), rules, edition, at });
  return (
    <main id="main" tabIndex={-1} className="wide">
      <Head title={page.title} meta={[meta]} actions={page.all > 0 && <Files csv={page.csv} />} />
      <PictureViews shown="map" />
      {page.all === 0 ? (
        <p>{t("none")}</p>
      ) : (
        <>
          <MixedNote mixed={page.mixed} />
          <div className="map-plots">
            <div>
              <MapPictures {...page} />
              <MapLegend />
              <p className="small dim">{t("note")}</p>
            </div>
            <CountryTable {...page} />
          </div>
          <MadeBy {...page} />
          <div className="spread-plots">
            <section>
              <ScoreSpread points={page.points} />
              <BandCounts {...page} />
            </section>
            <CampaignBands campaigns={page.campaigns} />
          </div>
        </>
      )}
    </main>
  );
}

/** What made the ratings, where it is not one for all: figures of several are never side by side unsaid. */
function MadeBy({ made }: MapView) {
  const t = useTexts("map");
  if (made.length < 2) return null;
  return (
    <div className="map-made small">
      <p>{t("made.mixed")}</p>
      <ul>
        {made.map(({ rules, edition, suppliers }) => (
          <li key={`${rules} ${edition}`}>{t("made.line", { rules, edition, count: suppliers })}</li>
        ))}
      </ul>
    </div>
  );
}

function Files({ csv }: { csv: string | undefined }) {
  const t = useTexts("map");
  return (
    <>
      {mapParts.map((part) => (
        <a key={part} className="button button-second" href={`/map.svg?part=${part}`} download>
          {t(`svg.${part}`)}
        </a>
      ))}
      {mapParts.map((part) => (
        <a key={part} className="button button-second" href={`/map.png?part=${part}`} download>
          {t(`png.${part}`)}
        </a>
      ))}
      {csv !== undefined && (
        <a className="button button-second" href={csv} download>
          {t("csv")}
        </a>
      )}
    </>
  );
}

import type { PlaceView } from "#app/components/supplier/frame-view";
import { Said } from "#app/components/words";
import type { Words } from "#app/i18n/words";

/** The questions round this one. */
export function Places({ section, places }: { section: Words; places: readonly PlaceView[] }) {
  return (
    <>
      <h2>
        <Said words={section} />
      </h2>
      <ol className="place">
        {places.map(({ code, name, href, current }) => (
          <li key={code}>
            <span className="num">{code}</span>
            <a href={href} aria-current={current ? "page" : undefined}>
              <Said words={name} />
            </a>
          </li>
        ))}
      </ol>
      <hr />
    </>
  );
}

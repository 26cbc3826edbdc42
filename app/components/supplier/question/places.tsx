import { ForeignText } from "#app/components/text/foreign-text";
import type { PageText } from "#app/i18n/foreign-text";
import type { PlaceView } from "#app/views/supplier/frame";

/** The questions round this one. */
export function Places({ section, places }: { section: PageText; places: readonly PlaceView[] }) {
  return (
    <>
      <h2>
        <ForeignText words={section} />
      </h2>
      <ol className="nearby">
        {places.map(({ code, name, href, current }) => (
          <li key={code}>
            <span className="num">{code}</span>
            <a href={href} aria-current={current ? "page" : undefined}>
              <ForeignText words={name} />
            </a>
          </li>
        ))}
      </ol>
      <hr />
    </>
  );
}

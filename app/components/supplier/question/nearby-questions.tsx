import { ForeignText } from "#app/components/text/foreign-text";
import type { PageText } from "#app/i18n/page-text";
import type { NearbyQuestionView } from "#app/views/supplier/frame";

/** The questions round this one. */
export function NearbyQuestions({ section, places }: { section: PageText; places: readonly NearbyQuestionView[] }) {
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

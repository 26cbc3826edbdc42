import { useSupplierTexts } from "#app/components/text/supplier-words";
import { findLanguage, type Language } from "#app/i18n/languages";
import type { FrameView } from "#app/views/supplier/frame";

const made = new Map<string, string>();

/** Campaigns may offer any choice of languages: past this many lists the first ones are made again when they are asked for. */
const mostKept = 500;

/** All languages that are offered, each in its own script, as HTML: it is the same on every page, and sixteen elements are slow to draw. */
function listHtml(
  kind: string,
  item: (language: Language, current: boolean) => string,
  { chosen, offered }: { chosen: string; offered: readonly string[] },
) {
  const key = `${kind} ${chosen} ${offered}`;
  let html = made.get(key);
  if (html === undefined) {
    html = offered
      .flatMap((tag) => findLanguage(tag) ?? [])
      .map((language) => `<li>${item(language, language.tag === chosen)}</li>`)
      .join("");
    for (const first of made.keys()) {
      if (made.size < mostKept) break;
      made.delete(first);
    }
    made.set(key, html);
  }
  return html;
}

type Choice = Parameters<typeof listHtml>[2];

function buttonList(choice: Choice, form: string | undefined): string {
  const of = form ? ` form="${form}"` : "";
  return listHtml(
    `button ${form}`,
    ({ tag, endonym, dir }, current) =>
      `<button class="button-plain" name="language" value="${tag}" lang="${tag}" dir="${dir}"${of}${current ? ' aria-current="true"' : ""}>${endonym}</button>`,
    choice,
  );
}

function linkList(choice: Choice): string {
  return listHtml(
    "link",
    ({ tag, endonym, dir }, current) =>
      `<a href="?language=${tag}" lang="${tag}" hreflang="${tag}" dir="${dir}"${current ? ' aria-current="true"' : ""}>${endonym}</a>`,
    choice,
  );
}

/** Leads to the list at the foot of a phone's page; on a wide screen the list stands in sight. */
export function LanguageListLink({ offered }: { offered: readonly string[] }) {
  const t = useSupplierTexts();
  return (
    <a className="to-languages" href="#languages">
      {t("language.other", { count: offered.length })}
    </a>
  );
}

/** What stands at once above a page that may be in a language its reader does not know. */
export function LanguageStrip({ frame: { languages: way } }: { frame: FrameView }) {
  const t = useSupplierTexts();
  if (!way) return null;
  return (
    <nav className="language-strip" aria-label={t("language.label")}>
      <LanguageListLink offered={way.offered} />
      {way.kind === "links" &&
        way.atOnce.map(({ tag, endonym, dir }) => (
          <a key={tag} href={`?language=${tag}`} lang={tag} hrefLang={tag} dir={dir}>
            {endonym}
          </a>
        ))}
    </nav>
  );
}

/** The choice of a language: links where nothing can be lost, buttons of the page's own form where something can. */
export function LanguageList({ frame: { chosen, languages: way } }: { frame: FrameView }) {
  const t = useSupplierTexts();
  if (!way) return null;
  const html = way.kind === "links" ? linkList({ chosen, ...way }) : buttonList({ chosen, ...way }, way.form);
  // biome-ignore lint/security/noDangerouslySetInnerHtml: made above of our own list of languages
  const list = <ul className="languages" dangerouslySetInnerHTML={{ __html: html }} />;
  return (
    <>
      <h2 id="languages">{t("language.choose")}</h2>
      {way.kind === "links" || way.form ? (
        list
      ) : (
        <form method="post" action={way.action}>
          {way.from !== undefined && <input type="hidden" name="from" value={way.from} />}
          {list}
        </form>
      )}
    </>
  );
}

import { CopyButton } from "#app/components/team/forms/copy-button";
import { Head } from "#app/components/team/frame/page-header";
import { useNumberFormats } from "#app/components/team/ratings/number-formats";
import { useTexts } from "#app/i18n/texts/use-texts";
import type { ApiScope } from "#terms/api-scopes";
import { type KeyLine, KeyTable } from "./key-table";
import { MakeKey, type TypedKey } from "./make-key";

const documentAt = "/api/v1/openapi.json";

export type ApiPageProps = {
  readonly title: string;
  readonly keys: readonly KeyLine[];
  /** What a new key can be given. */
  readonly scopes: readonly ApiScope[];
  readonly mostDays: number;
  readonly typed?: TypedKey;
  readonly errors: readonly { readonly field: string; readonly text: string }[];
  /** The key that was just made; it is shown this once. */
  readonly made?: { readonly name: string; readonly secret: string; readonly until: string };
};

/** The keys of programs: what there are, one that was just made, and another one. */
export function ApiPage({ title, keys, scopes, mostDays, typed, errors, made }: ApiPageProps) {
  const t = useTexts("api");
  const team = useTexts("team");
  const figures = useNumberFormats();
  return (
    <main id="main" tabIndex={-1} className="wide narrow">
      <Head
        title={title}
        count={figures.count(keys.length)}
        back={{ to: "/settings", label: team("settings.title") }}
      />
      <p className="muted">{t("lead")}</p>
      {made && (
        <div className="note-plain field section" role="status">
          <label htmlFor="key-made">{t("shown", { name: made.name, until: made.until })}</label>
          <input type="text" id="key-made" className="copy-field" readOnly value={made.secret} dir="ltr" />
          <CopyButton text={made.secret} what={t("key")} />
        </div>
      )}
      {keys.length === 0 ? <p className="section">{t("none")}</p> : <KeyTable keys={keys} />}
      <MakeKey scopes={scopes} mostDays={mostDays} typed={typed} errors={errors} />
      <section className="section">
        <h2>{t("documentsTitle")}</h2>
        <p>{t("documents", { address: documentAt })}</p>
        <p>
          <a href={documentAt}>{t("documentLink")}</a>
        </p>
      </section>
    </main>
  );
}

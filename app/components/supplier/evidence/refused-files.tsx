import { useTexts } from "#app/i18n/texts/use-texts";
import type { RefusedLine } from "#app/views/supplier/evidence";

/** Files that were not taken and the ways out of each; why, says the summary above. The script makes the same of what it sends. */
export function RefusedFiles({ files }: { files: readonly RefusedLine[] }) {
  const t = useTexts("evidence");
  if (files.length === 0) return null;
  return (
    <ul className="files" aria-label={t("refusal.list")}>
      {files.map(({ name, state, ways, links, dismiss }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: files of one name may be refused at once, and never change places
        <li key={at} className="refused">
          <bdi className="file-name">{name}</bdi>
          <strong className="error-text">{state}</strong>
          {ways.map((way) => (
            <p key={way}>{way}</p>
          ))}
          <p className="file-ways">
            {[...links, dismiss].map(({ href, label }) => (
              <a key={label} href={href}>
                {label}
                <span className="visually-hidden">
                  {" "}
                  <bdi>{name}</bdi>
                </span>
              </a>
            ))}
          </p>
        </li>
      ))}
    </ul>
  );
}

import { useTexts } from "#app/i18n/texts/use-texts";
import type { WaitingLine } from "#app/views/supplier/evidence";

/** Files that were not sent to their end: how much is there, how they go on, and how to drop them. `drop`: the address for that. */
export function WaitingFiles({ files, drop }: { files: readonly WaitingLine[]; drop: string }) {
  const t = useTexts("evidence");
  if (files.length === 0) return null;
  return (
    <ul className="files files-waiting" aria-label={t("waiting.list")}>
      {files.map(({ name, sha256, bytes, received, state, text }) => (
        <li key={`${sha256} ${bytes}`}>
          <bdi className="file-name">{name}</bdi>
          <strong className="file-state">{state}</strong>
          <progress max={bytes} value={received} aria-hidden="true" />
          <span className="file-state">{text}</span>
          <form method="post" action={drop} className="file-ways">
            <input type="hidden" name="sha256" value={sha256} />
            <input type="hidden" name="bytes" value={bytes} />
            <a href="#file">
              {t("waiting.goOn")}
              <span className="visually-hidden">
                {" "}
                <bdi>{name}</bdi>
              </span>
            </a>
            <button type="submit">
              {t("remove")}
              <span className="visually-hidden">
                {" "}
                <bdi>{name}</bdi>
              </span>
            </button>
          </form>
        </li>
      ))}
    </ul>
  );
}

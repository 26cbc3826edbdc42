import type { ReactNode } from "react";
import { useTexts } from "#app/i18n/texts/use-texts";
import type { WaitingLine } from "#app/views/supplier/evidence";

type WaysOf = (file: WaitingLine) => ReactNode;

/** Files that were not sent to their end: how much is there, how they go on, and `ways`, which are the page's own. */
function WaitingList({ files, ways }: { files: readonly WaitingLine[]; ways: WaysOf }) {
  const t = useTexts("evidence");
  if (files.length === 0) return null;
  return (
    <ul className="files files-waiting" aria-label={t("waiting.list")}>
      {files.map((file) => (
        <li key={keyOf(file)}>
          <bdi className="file-name">{file.name}</bdi>
          <strong className="file-state">{file.state}</strong>
          <progress max={file.bytes} value={file.received} aria-hidden="true" />
          <span className="file-state with-script">{file.text}</span>
          <noscript>
            <span className="file-state">{file.anew}</span>
          </noscript>
          {ways(file)}
        </li>
      ))}
    </ul>
  );
}

const keyOf = ({ sha256, bytes }: WaitingLine) => `${sha256}:${bytes}`;

/** On the page of documents. `drop`: the address where one is dropped. `on`: the page it goes on from, where that is another. */
export function WaitingFiles({ files, drop, on = "" }: { files: readonly WaitingLine[]; drop: string; on?: string }) {
  const ways: WaysOf = ({ name, sha256, bytes }) => (
    <form method="post" action={drop} className="file-ways">
      <input type="hidden" name="sha256" value={sha256} />
      <input type="hidden" name="bytes" value={bytes} />
      <a href={`${on}#file`} className="with-script">
        <WayName way="waiting.goOn" name={name} />
      </a>
      <button type="submit">
        <WayName way="remove" name={name} />
      </button>
    </form>
  );
  return <WaitingList files={files} ways={ways} />;
}

/** On the question's own page: buttons of its form, which keep what was typed first. */
export function WaitingOnQuestion({ files }: { files: readonly WaitingLine[] }) {
  const ways: WaysOf = (file) => (
    <span className="file-ways">
      <button type="submit" name="then" value="evidence" className="with-script">
        <WayName way="waiting.goOn" name={file.name} />
      </button>
      <button type="submit" name="then" value={`drop:${keyOf(file)}`}>
        <WayName way="remove" name={file.name} />
      </button>
    </span>
  );
  return <WaitingList files={files} ways={ways} />;
}

function WayName({ way, name }: { way: "waiting.goOn" | "remove"; name: string }) {
  const t = useTexts("evidence");
  return (
    <>
      {t(way)}
      <span className="visually-hidden">
        {" "}
        <bdi>{name}</bdi>
      </span>
    </>
  );
}

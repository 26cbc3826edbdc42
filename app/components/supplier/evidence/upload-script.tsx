import upload from "#app/autosave/upload.js?url&no-inline";
import { useTexts } from "#app/i18n/texts/use-texts";
import { useNonce } from "#app/page/nonce";

/** Sends files in pieces where script runs. `most`: files at once, and bytes of one; more than that the form itself refuses. */
export function UploadScript({ most }: { most: { readonly files: number; readonly bytes: number } }) {
  const t = useTexts("evidence");
  return (
    <script
      src={upload}
      nonce={useNonce()}
      data-files={most.files}
      data-bytes={most.bytes}
      data-reading={t("pieces.reading")}
      data-sending={t("pieces.sending", { share: "#" })}
      data-broken={t("pieces.broken")}
      data-failed={t("pieces.failed")}
      defer
    />
  );
}

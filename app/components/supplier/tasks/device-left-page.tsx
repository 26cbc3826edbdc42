import { Frame } from "#app/components/supplier/frame/frame";
import { useSupplierTexts } from "#app/components/text/supplier-words";
import type { FrameView } from "#app/views/supplier/frame";

/** Says that this browser opens nothing any more, and how to go on. */
export function DeviceLeftPage({ frame }: { frame: FrameView }) {
  const t = useSupplierTexts();
  return (
    <Frame frame={frame}>
      <h1>{frame.title}</h1>
      <p className="lead">{t("signedOut.text")}</p>
    </Frame>
  );
}

/** Ends the session in this browser, for whoever shares it with others. @param base address of the attestation */
export function LeaveDevice({ base }: { base: string }) {
  const t = useSupplierTexts();
  return (
    <form method="post" action={`${base}/done`} className="flow">
      <p className="hint">{t("signedOut.hint")}</p>
      <button type="submit" className="button button-second">
        {t("signedOut.button")}
      </button>
    </form>
  );
}

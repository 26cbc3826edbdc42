import autosave from "#app/autosave/autosave.js?url&no-inline";
import { useNonce } from "#app/page/nonce";

/** The only script a supplier is sent: it keeps what is typed, and the page is complete without it. */
export function Autosave() {
  return <script src={autosave} nonce={useNonce()} defer />;
}

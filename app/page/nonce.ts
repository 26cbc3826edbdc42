import { createContext, useContext } from "react";

/** The nonce of this response's Content-Security-Policy; undefined in the browser, which hides it from scripts. */
export const NonceContext = createContext<string | undefined>(undefined);

/** The nonce every `<script>` of a page must carry to be run. */
export function useNonce(): string | undefined {
  return useContext(NonceContext);
}

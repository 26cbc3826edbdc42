import { RemixBrowser } from "@remix-run/react";
import { StrictMode, startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import { I18nextProvider } from "react-i18next";
import { startI18n } from "#app/i18n/texts/i18n.client";

// In a function, since await at the top level fails at Vite's default target.
async function hydrate() {
  const page = document.documentElement;
  const i18n = await startI18n(page.lang, (page.dataset.namespaces ?? "").split(" "));
  startTransition(() => {
    hydrateRoot(
      document,
      <StrictMode>
        <I18nextProvider i18n={i18n}>
          <RemixBrowser />
        </I18nextProvider>
      </StrictMode>,
    );
  });
}

void hydrate();

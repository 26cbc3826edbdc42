import { useEffect } from "react";
import { useRevalidator } from "#app/router/api/navigation";

const lookAgainMs = 3_000;

/** Loads the page's data again three seconds after each load, for as long as the caller is drawn. */
export function usePolling(): void {
  const { state, revalidate } = useRevalidator();
  useEffect(() => {
    if (state !== "idle") return;
    const timer = setTimeout(revalidate, lookAgainMs);
    return () => clearTimeout(timer);
  }, [state, revalidate]);
}

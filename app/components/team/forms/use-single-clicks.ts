import { useEffect } from "react";

/**
 * Lets the second click of a double click send nothing: by then the first may have been answered, and the button under the
 * pointer be that of the next page.
 */
export function useSingleClicks(): void {
  useEffect(() => {
    const ignoreSecond = (event: MouseEvent) => {
      const onSubmit = event.target instanceof Element && event.target.closest("button[type=submit]") !== null;
      if (event.detail > 1 && onSubmit) event.preventDefault();
    };
    document.addEventListener("click", ignoreSecond, { capture: true });
    return () => document.removeEventListener("click", ignoreSecond, { capture: true });
  }, []);
}

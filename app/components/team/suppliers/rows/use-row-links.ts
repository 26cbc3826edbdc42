import { type RefObject, useEffect } from "react";
import { useNavigate } from "#app/router/api/navigation";

/** The link to a supplier that a click opens here; undefined where it opens a tab or a window, or nothing. */
function openedHere(event: MouseEvent): HTMLAnchorElement | undefined {
  const elsewhere = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
  if (event.defaultPrevented || event.button !== 0 || elsewhere || !(event.target instanceof Element)) return undefined;
  return event.target.closest<HTMLAnchorElement>("a[data-row]") ?? undefined;
}

/**
 * Opens suppliers within the page that is there already. Their links are plain ones, since one of the framework's takes as
 * long to draw as the rest of a row.
 */
export function useRowLinks(box: RefObject<HTMLElement | null>): void {
  const navigate = useNavigate();
  useEffect(() => {
    const rows = box.current;
    function onClick(event: MouseEvent) {
      const link = openedHere(event);
      if (!link) return;
      event.preventDefault();
      navigate(link.pathname + link.search);
    }
    rows?.addEventListener("click", onClick);
    return () => rows?.removeEventListener("click", onClick);
  }, [box, navigate]);
}

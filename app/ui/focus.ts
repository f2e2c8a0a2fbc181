import { useEffect, useRef } from "react";

/**
 * Keeps the focus from being lost when another page is shown in place: it stands at the page's content, unless
 * something there took it (an error summary) or it stayed where it was. `path` is the address with its search.
 */
export function useFocusOnArrival(path: string): void {
  const shown = useRef(path);
  useEffect(() => {
    if (shown.current === path) return;
    const isOtherPage = pathnameOf(shown.current) !== pathnameOf(path);
    shown.current = path;
    const [content, focused] = [document.getElementById("content"), document.activeElement];
    const isLost = focused === null || focused === document.body;
    if (isLost || (isOtherPage && content?.contains(focused) === false)) content?.focus({ preventScroll: true });
  }, [path]);
}

function pathnameOf(path: string): string {
  return path.split("?", 1)[0] ?? path;
}

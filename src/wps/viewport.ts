/**
 * WPS may measure a pane wrongly at first and show its top cut off (lnxsun/opencode-wps, issue 78): on every occasion the
 * page is laid out anew.
 */
export function keepLaidOut(element: HTMLElement): void {
  const layOut = (): void => {
    element.style.height = `${String(window.innerHeight)}px`;
    // Asking for its place has the page laid out.
    element.getBoundingClientRect();
    element.style.height = '';
  };
  window.addEventListener('load', layOut);
  window.addEventListener('resize', layOut);
  document.addEventListener('visibilitychange', layOut);
  layOut();
}

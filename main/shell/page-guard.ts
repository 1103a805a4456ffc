/**
 * Runs in the page before any script of its own: takes the shortcuts and menus of the browser away (in an app window
 * the page is asked about a key before the browser acts on it), and `print()`, because paper is the core's business.
 */
export const PAGE_GUARD = `(() => {
  const refuse = (event) => { event.preventDefault(); event.stopImmediatePropagation(); };
  addEventListener('keydown', (event) => {
    const named = /^F\\d{1,2}$/.test(event.key) || ['ContextMenu', 'BrowserBack', 'BrowserHome', 'PrintScreen'].includes(event.key);
    if (event.ctrlKey || event.altKey || event.metaKey || named) refuse(event);
  }, { capture: true });
  for (const name of ['contextmenu', 'dragstart', 'drop']) addEventListener(name, refuse, { capture: true });
  addEventListener('wheel', (event) => { if (event.ctrlKey) refuse(event); }, { capture: true, passive: false });
  window.print = () => undefined;
})();`;

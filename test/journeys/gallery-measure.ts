/** What a look at the page found wrong; runs inside the browser and so uses nothing from outside. */
export interface Limits {
  readonly textPx: number;
  readonly largestTextPx: number;
  readonly targetPx: number;
  readonly gapPx: number;
  /** Controls must begin below this height; 0: anywhere. */
  readonly controlsBelowPx: number;
}

/** Measures letters, targets, gaps and overflow of what is shown, in CSS pixels. Answers the faults in words. */
export function measurePage(limits: Limits): string[] {
  const faults: string[] = [];
  const dialog = document.querySelector('dialog[open]');
  const scope = dialog ?? document.body;
  const tolerance = 0.6;
  const name = (element: Element): string =>
    `${element.tagName.toLowerCase()}.${element.className} "${element.textContent?.trim().slice(0, 20)}"`;

  let largest = 0;
  const texts = document.createTreeWalker(scope, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const parent = node.parentElement;
    if (!parent || !node.textContent?.trim() || parent.closest('script')) continue;
    if (parent.getClientRects().length === 0) continue;
    const style = getComputedStyle(parent);
    const size = Number.parseFloat(style.fontSize);
    largest = Math.max(largest, size);
    if (size < limits.textPx) faults.push(`letters of ${size} px: ${name(parent)}`);
    if (Number.parseFloat(style.lineHeight) < size * 1.15)
      faults.push(`line height ${style.lineHeight}: ${name(parent)}`);
    if (parent.closest('.record-scroll, .scroll-box, .sr-only')) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    // What ends in "…" is as large as the box that cuts it; its lines beyond are not painted.
    const box = (parent.closest('[data-clamped]') ?? range).getBoundingClientRect();
    if (box.left < -1 || box.right > innerWidth + 1 || box.top < -1 || box.bottom > innerHeight + 1) {
      faults.push(`words beyond the edge: ${name(parent)}`);
    }
    const frame = parent.closest('button, main, header, footer, dialog')?.getBoundingClientRect();
    if (
      frame &&
      (box.right > frame.right + 1 ||
        box.left < frame.left - 1 ||
        box.bottom > frame.bottom + 1 ||
        box.top < frame.top - 1)
    ) {
      faults.push(`words beyond their frame: ${name(parent)}`);
    }
  }
  if (largest < limits.largestTextPx) faults.push(`the largest letters are ${largest} px`);

  const targets = [...scope.querySelectorAll('button')].map((element) => ({
    element,
    box: element.getBoundingClientRect(),
  }));
  /** What is scrolled out of sight comes into it by the buttons below. */
  const inSight = ({ element, box }: (typeof targets)[number]): boolean => {
    const sight = element.closest('.scroll-box')?.getBoundingClientRect();
    return !sight || (box.top >= sight.top - 1 && box.bottom <= sight.bottom + 1);
  };
  for (const { element, box } of targets) {
    if (box.width < limits.targetPx - tolerance || box.height < limits.targetPx - tolerance) {
      faults.push(`target of ${Math.round(box.width)} × ${Math.round(box.height)}: ${name(element)}`);
    }
    if (box.top < limits.controlsBelowPx) faults.push(`control at ${Math.round(box.top)}: ${name(element)}`);
    if (!inSight({ element, box })) continue;
    if (box.left < 0 || box.top < 0 || box.right > innerWidth || box.bottom > innerHeight) {
      faults.push(`target beyond the edge: ${name(element)}`);
    }
    const middle = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
    if (!element.contains(middle)) faults.push(`covered target: ${name(element)}`);
  }
  const seen = targets.filter(inSight);
  for (const [index, first] of seen.entries()) {
    for (const second of seen.slice(index + 1)) {
      const across = Math.max(first.box.left, second.box.left) - Math.min(first.box.right, second.box.right);
      const down = Math.max(first.box.top, second.box.top) - Math.min(first.box.bottom, second.box.bottom);
      if (Math.max(across, down) < limits.gapPx - tolerance) {
        faults.push(
          `gap of ${Math.round(Math.max(across, down))} px: ${name(first.element)} and ${name(second.element)}`,
        );
      }
    }
  }
  for (const element of document.querySelectorAll(
    'main, footer, header, dialog[open], .facts, .screen-body, .screen-actions',
  )) {
    if (element.scrollHeight > element.clientHeight + 1 || element.scrollWidth > element.clientWidth + 1) {
      faults.push(
        `overflow of ${element.scrollHeight - element.clientHeight} px: ${element.tagName}.${element.className}`,
      );
    }
  }
  const main = document.querySelector('main')?.getBoundingClientRect();
  const footer = document.querySelector('footer')?.getBoundingClientRect();
  if (main && footer && main.bottom > footer.top + 1) faults.push('the screen reaches under the footer');
  return faults;
}

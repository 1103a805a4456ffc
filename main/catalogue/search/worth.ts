/**
 * The points of the last item that can be among the best `most`; 0 when all can. One pass with a heap of so many: a letter
 * that nearly every item has costs no sorting.
 */
export function worthOf(points: Float64Array, items: readonly number[], most: number): number {
  if (items.length <= most) return 0;
  const heap = new Float64Array(most);
  for (const [at, item] of items.entries()) {
    const value = points[item] ?? 0;
    if (at < most) rise(heap, at, value);
    else if (value > (heap[0] ?? 0)) sink(heap, value);
  }
  return heap[0] ?? 0;
}

/** Puts a value at the end of a heap and lets it rise to its place; the least is at 0. */
function rise(heap: Float64Array, end: number, value: number): void {
  let at = end;
  while (at > 0) {
    const parent = (at - 1) >> 1;
    const above = heap[parent] ?? 0;
    if (above <= value) break;
    heap[at] = above;
    at = parent;
  }
  heap[at] = value;
}

/** Puts a value in the place of the least one. */
function sink(heap: Float64Array, value: number): void {
  let at = 0;
  for (let child = 1; child < heap.length; child = 2 * at + 1) {
    if (child + 1 < heap.length && (heap[child + 1] ?? 0) < (heap[child] ?? 0)) child++;
    const below = heap[child] ?? 0;
    if (below >= value) break;
    heap[at] = below;
    at = child;
  }
  heap[at] = value;
}

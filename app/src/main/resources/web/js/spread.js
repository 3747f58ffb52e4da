// Places for names beside dots, so that they cover neither each other nor a dot.

const GAP = 4;
/** Dots have an edge. */
const RIM = 2;

/**
 * For each dot the upper left corner of its name, or null where there is no room. Who comes first chooses first.
 *
 * @param dots `{x, y, r, width, height}`: middle and radius, and the size of the name (0 for none)
 * @param edges `{from, to}` of the square that all must stay in
 */
export function spread(dots, edges) {
  const rooms = dots.map(({ x, y, r }) => ({ x: x - r - RIM, y: y - r - RIM, width: 2 * (r + RIM), height: 2 * (r + RIM) }));
  const used = [];
  return dots.map((dot, own) => {
    if (!dot.width) return null;
    const fits = (box) => box.x >= edges.from && box.y >= edges.from && box.x + box.width <= edges.to && box.y + box.height <= edges.to
      && !used.some((other) => overlap(box, other)) && !rooms.some((other, i) => i !== own && overlap(box, other));
    const found = around(dot).find(fits) ?? null;
    if (found) used.push(found);
    return found && { x: found.x, y: found.y };
  });
}

/** Right, left, below, above, then the corners. */
function around({ x, y, r, width, height }) {
  const far = r + GAP;
  const near = 0.7 * r + GAP / 2;
  return [
    [x + far, y - height / 2], [x - far - width, y - height / 2], [x - width / 2, y + far], [x - width / 2, y - far - height],
    [x + near, y + near], [x + near, y - near - height], [x - near - width, y + near], [x - near - width, y - near - height],
  ].map(([left, top]) => ({ x: left, y: top, width, height }));
}

function overlap(a, b) {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

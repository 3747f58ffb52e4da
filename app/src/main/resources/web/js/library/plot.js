// Many points on a canvas, pixel by pixel: 100,000 of them take some milliseconds.

const BUCKETS = 128;
const FAINT = 0.13;
const UNSURE = 0.55;
const HIDDEN = -2;

/** A CSS colour as `[red, green, blue]`, whatever form the browser gives it. */
function rgb(css) {
  const canvas = rgb.canvas ??= new OffscreenCanvas(1, 1);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  context.clearRect(0, 0, 1, 1);
  context.fillStyle = css;
  context.fillRect(0, 0, 1, 1);
  return context.getImageData(0, 0, 1, 1).data.slice(0, 3);
}

/** The bytes of a pixel as one number. */
const pixel = ([r, g, b], alpha) => ((Math.round(255 * alpha) << 24) | (b << 16) | (g << 8) | r) >>> 0;

/** Points in a square of 1 by 1, where each is looked for in no time. */
export class Points {
  #starts = new Int32Array(BUCKETS * BUCKETS + 1);
  #order;

  /** @param x to the right, @param y downwards, both in [0, 1] */
  constructor(x, y) {
    [this.x, this.y, this.size] = [x, y, x.length];
    this.#order = new Int32Array(x.length);
    const bucket = (i) => this.#bucket(y[i]) * BUCKETS + this.#bucket(x[i]);
    for (let i = 0; i < x.length; i += 1) this.#starts[bucket(i) + 1] += 1;
    for (let b = 0; b < BUCKETS * BUCKETS; b += 1) this.#starts[b + 1] += this.#starts[b];
    const next = this.#starts.slice();
    for (let i = 0; i < x.length; i += 1) this.#order[next[bucket(i)]++] = i;
  }

  #bucket(value) {
    return Math.min(BUCKETS - 1, Math.max(0, Math.floor(value * BUCKETS)));
  }

  /** The nearest point within a distance that may be chosen; -1 if there is none. */
  nearest(x, y, reach, isChoice) {
    let [best, least] = [-1, reach * reach];
    for (let row = this.#bucket(y - reach); row <= this.#bucket(y + reach); row += 1) {
      for (let b = row * BUCKETS + this.#bucket(x - reach); b <= row * BUCKETS + this.#bucket(x + reach); b += 1) {
        for (let place = this.#starts[b]; place < this.#starts[b + 1]; place += 1) {
          const i = this.#order[place];
          const apart = (this.x[i] - x) ** 2 + (this.y[i] - y) ** 2;
          if (apart <= least && isChoice(i)) [best, least] = [i, apart];
        }
      }
    }
    return best;
  }

  /** The nearest point in a direction `[dx, dy]` from another. */
  towards(from, [dx, dy], isChoice) {
    let [best, least] = [-1, Infinity];
    for (let i = 0; i < this.size; i += 1) {
      const ahead = (this.x[i] - this.x[from]) * dx + (this.y[i] - this.y[from]) * dy;
      const aside = Math.abs((this.x[i] - this.x[from]) * dy) + Math.abs((this.y[i] - this.y[from]) * dx);
      if (i === from || ahead <= 0 || aside > 2 * ahead || !isChoice(i)) continue;
      const cost = ahead + 2 * aside;
      if (cost < least) [best, least] = [i, cost];
    }
    return best;
  }

  /** The points inside a polygon of `[x, y]`. */
  inside(polygon, isChoice) {
    const [xs, ys] = [polygon.map(([x]) => x), polygon.map(([, y]) => y)];
    const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
    const found = [];
    for (let i = 0; i < this.size; i += 1) {
      const [x, y] = [this.x[i], this.y[i]];
      if (x < left || x > right || y < top || y > bottom || !isChoice(i)) continue;
      let isIn = false;
      for (let a = 0, b = polygon.length - 1; a < polygon.length; b = a, a += 1) {
        if ((ys[a] > y) !== (ys[b] > y) && x < ((xs[b] - xs[a]) * (y - ys[a])) / (ys[b] - ys[a]) + xs[a]) isIn = !isIn;
      }
      if (isIn) found.push(i);
    }
    return found;
  }
}

/** The pixels of a disc as steps `[dx, dy]` from its middle, and as places from it in an image of a width. */
function disc(radius, width) {
  const reach = Math.floor(radius);
  const steps = [];
  for (let dy = -reach; dy <= reach; dy += 1) {
    const half = Math.floor(Math.sqrt(Math.max(0, radius * radius - dy * dy)));
    for (let dx = -half; dx <= half; dx += 1) steps.push([dx, dy]);
  }
  return { reach, steps, places: Int32Array.from(steps, ([dx, dy]) => dy * width + dx) };
}

/**
 * Draws points.
 *
 * @param view `{scale, left, top}`: pixel = scale * (coordinate - left or top)
 * @param group of each point its place in `colours`, -1 for none, `HIDDEN` (-2) for not drawn
 * @param sure of each point 1 or 0
 * @param isOn of each point whether it is what one looks for
 * @param radius in pixels
 */
export function drawPoints(context, points, { scale, left, top }, { group, sure, isOn, colours, plain, radius }) {
  const { width, height } = context.canvas;
  const image = context.createImageData(width, height);
  const pixels = new Uint32Array(image.data.buffer);
  const shades = [...colours, plain].map((css) => rgb(css));
  const strong = shades.map((shade) => pixel(shade, 1));
  const weak = shades.map((shade) => pixel(shade, UNSURE));
  const faint = pixel(shades.at(-1), FAINT);
  const big = disc(radius, width);
  const small = disc(Math.max(0.5, radius * 0.6), width);
  // What is looked for lies above, what is sure above the rest.
  for (let layer = 0; layer < 3; layer += 1) {
    for (let i = 0; i < points.size; i += 1) {
      if (group[i] === HIDDEN) continue;
      const own = isOn[i] ? 1 + sure[i] : 0;
      if (own !== layer) continue;
      const shade = group[i] < 0 ? shades.length - 1 : group[i];
      const ink = own === 0 ? faint : own === 1 ? weak[shade] : strong[shade];
      const x = Math.round(scale * (points.x[i] - left));
      const y = Math.round(scale * (points.y[i] - top));
      const { reach, steps, places } = own === 0 ? small : big;
      if (x < -reach || x >= width + reach || y < -reach || y >= height + reach) continue;
      if (x >= reach && x < width - reach && y >= reach && y < height - reach) {
        const middle = y * width + x;
        for (let place = 0; place < places.length; place += 1) pixels[middle + places[place]] = ink;
      } else {
        for (const [dx, dy] of steps) {
          if (x + dx >= 0 && x + dx < width && y + dy >= 0 && y + dy < height) pixels[(y + dy) * width + x + dx] = ink;
        }
      }
    }
  }
  context.putImageData(image, 0, 0);
}

/** Draws the way of a lasso, over the map, and rings `[i, size]` around points, over the canvas. */
export function drawOver(context, points, view, { way, isClosed, rings, plain, ratio }) {
  context.clearRect(0, 0, context.canvas.width, context.canvas.height);
  context.strokeStyle = plain;
  context.lineWidth = 2 * ratio;
  if (way.length > 1) {
    context.beginPath();
    for (const [x, y] of way) context.lineTo((x - view.left) * view.scale, (y - view.top) * view.scale);
    if (isClosed) context.closePath();
    context.setLineDash([6 * ratio, 4 * ratio]);
    context.stroke();
    context.setLineDash([]);
  }
  for (const [i, size] of rings) {
    context.beginPath();
    context.arc((points.x[i] - view.left) * view.scale, (points.y[i] - view.top) * view.scale, size, 0, 7);
    context.stroke();
  }
}

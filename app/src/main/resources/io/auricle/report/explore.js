"use strict";
const $ = id => document.getElementById(id);
const NO_GROUP = "#8d939e";
const canvas = $("plot"), ink = canvas.getContext("2d");
const paths = DATA.markers.map(m => new Path2D(m.path));
const views = [["pca", "PCA"], ...(DATA.tsne ? [["tsne", "t-SNE"]] : [])];
const colourings = {
  label: { title: "Labels", names: DATA.labels, of: DATA.group, silhouette: DATA.labelSilhouette,
    note: "How near each track is to its own label and how far from the next, in the space of all features: above 0 it lies"
      + " with its own, below 0 another label is nearer." },
  cluster: { title: "Clusters", names: DATA.clusterNames, of: DATA.cluster, silhouette: DATA.clusterSilhouette,
    note: "How near each track is to its own cluster and how far from the next, in " + DATA.clusterSpace + "." },
};
const state = { view: DATA.view, colour: DATA.colour, x: 0, y: 1, hidden: new Set(), at: -1, zoom: 1, midX: 0.5, midY: 0.5, found: null };
let place = [], frame = 0;

const colouring = () => colourings[state.colour];
const groupOf = i => colouring().of[i];
const dark = () => {
  const theme = document.documentElement.dataset.theme;
  return theme ? theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
};
const colourOf = g => g < 0 ? NO_GROUP : DATA.markers[g % DATA.markers.length][dark() ? "dark" : "light"];
const pathOf = g => paths[g < 0 ? 0 : (g + Math.floor(g / paths.length)) % paths.length];
const css = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
const percent = share => (100 * share).toFixed(1) + " %";
const signed = v => v == null ? "–" : v.toFixed(2).replace(/^-(?!0\.00)/, "−").replace("-", "");
const visible = i => !state.hidden.has(groupOf(i)) && (!state.found || state.found.has(i));

// Drawn by chance, but always in the same order, so that no group covers the others.
const order = DATA.names.map((_, i) => i);
for (let i = order.length - 1, s = 1; i > 0; i--) {
  s = (s * 1103515245 + 12345) % 2147483648;
  const j = s % (i + 1);
  [order[i], order[j]] = [order[j], order[i]];
}

function coordinates() {
  return state.view === "tsne" ? DATA.tsne : [DATA.pca[state.x], DATA.pca[state.y]];
}

function axisTitles() {
  if (state.view === "tsne") return ["t-SNE 1", "t-SNE 2"];
  return [state.x, state.y].map(c => `component ${c + 1} (${percent(DATA.shares[c])} of variance)`);
}

function ticks(low, high, most) {
  const rough = (high - low) / most, power = 10 ** Math.floor(Math.log10(rough)), share = rough / power;
  const step = power * (share <= 1 ? 1 : share <= 2 ? 2 : share <= 5 ? 5 : 10);
  const decimals = Math.max(0, -Math.floor(Math.log10(step) + 1e-9)), found = [];
  for (let i = Math.ceil(low / step); i * step <= high; i++) found.push([i * step, (i * step).toFixed(decimals).replace("-", "−")]);
  return found;
}

function fit(target, context) {
  const ratio = devicePixelRatio || 1, width = target.clientWidth, height = target.clientHeight;
  if (target.width !== Math.round(width * ratio) || target.height !== Math.round(height * ratio)) {
    target.width = Math.round(width * ratio);
    target.height = Math.round(height * ratio);
  }
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, width, height);
  return [width, height];
}

function extent(values) {
  let low = Infinity, high = -Infinity;
  for (const v of values) { low = Math.min(low, v); high = Math.max(high, v); }
  const margin = low === high ? 1 : 0.05 * (high - low);
  return [low - margin, high + margin];
}

function draw() {
  frame = 0;
  const [width, height] = fit(canvas, ink);
  const left = state.view === "tsne" ? 30 : 58, bottom = height - (state.view === "tsne" ? 30 : 46), right = width - 12, top = 12;
  const [xs, ys] = coordinates(), [lowX, highX] = extent(xs), [lowY, highY] = extent(ys);
  const spanX = (highX - lowX) / state.zoom, spanY = (highY - lowY) / state.zoom;
  const fromX = lowX + state.midX * (highX - lowX) - spanX / 2, fromY = lowY + state.midY * (highY - lowY) - spanY / 2;
  const px = v => left + (v - fromX) / spanX * (right - left), py = v => bottom - (v - fromY) / spanY * (bottom - top);
  state.box = { left, right, top, bottom };
  ink.font = "12px system-ui, sans-serif";
  ink.fillStyle = css("--soft");
  ink.strokeStyle = css("--line");
  ink.lineWidth = 1;
  if (state.view === "pca") {
    ink.textAlign = "center";
    for (const [v, text] of ticks(fromX, fromX + spanX, 9)) {
      ink.beginPath(); ink.moveTo(px(v), top); ink.lineTo(px(v), bottom); ink.stroke();
      ink.fillText(text, px(v), bottom + 16);
    }
    ink.textAlign = "right";
    for (const [v, text] of ticks(fromY, fromY + spanY, 7)) {
      ink.beginPath(); ink.moveTo(left, py(v)); ink.lineTo(right, py(v)); ink.stroke();
      ink.fillText(text, left - 6, py(v) + 4);
    }
  }
  const [titleX, titleY] = axisTitles();
  ink.textAlign = "center";
  ink.fillText(titleX, (left + right) / 2, height - 8);
  ink.save(); ink.translate(14, (top + bottom) / 2); ink.rotate(-Math.PI / 2); ink.fillText(titleY, 0, 0); ink.restore();
  ink.save();
  ink.beginPath(); ink.rect(left, top, right - left, bottom - top); ink.clip();
  const radius = Math.max(2, Math.min(6, 1 + 110 / Math.sqrt(DATA.names.length))) * Math.min(2, Math.sqrt(state.zoom));
  const back = css("--panel");
  place = DATA.names.map((_, i) => [px(xs[i]), py(ys[i])]);
  if (state.found) {
    ink.globalAlpha = 0.12;
    for (const i of order) if (!state.hidden.has(groupOf(i)) && !state.found.has(i)) mark(i, radius, back);
    ink.globalAlpha = 1;
  }
  for (const i of order) if (visible(i)) mark(i, radius, back);
  if (state.at >= 0) {
    mark(state.at, 1.6 * radius, back);
    ink.beginPath(); ink.arc(...place[state.at], 2.6 * radius, 0, 7);
    ink.strokeStyle = css("--text"); ink.lineWidth = 1.5; ink.stroke();
  }
  ink.restore();
  tip();
}

function mark(i, radius, edge) {
  const g = groupOf(i), [x, y] = place[i], size = g < 0 ? 0.7 * radius : radius;
  ink.save();
  ink.translate(x, y); ink.scale(size, size);
  ink.fillStyle = colourOf(g); ink.strokeStyle = edge; ink.lineWidth = 0.6 / size;
  ink.fill(pathOf(g)); ink.stroke(pathOf(g));
  ink.restore();
}

function tip() {
  const box = $("tip");
  box.hidden = state.at < 0;
  if (state.at < 0) return;
  const i = state.at, [x, y] = place[i];
  box.replaceChildren(Object.assign(document.createElement("b"), { textContent: DATA.names[i] }),
    Object.assign(document.createElement("span"), { textContent: sentence(i) }));
  const width = canvas.clientWidth;
  box.style.left = x > width / 2 ? "" : Math.max(0, x + 14) + "px";
  box.style.right = x > width / 2 ? Math.max(0, width - x + 14) + "px" : "";
  box.style.top = Math.max(0, y - 12) + "px";
}

function sentence(i) {
  const parts = [];
  if (DATA.labels.length) parts.push(DATA.group[i] < 0 ? "no label" : DATA.labels[DATA.group[i]]);
  parts.push(DATA.clusterNames[DATA.cluster[i]]);
  const s = colouring().silhouette;
  if (s && s.values[i] != null) parts.push("silhouette " + signed(s.values[i]));
  return parts.join(" · ");
}

const redraw = () => { if (!frame) frame = requestAnimationFrame(draw); };

function select(i, say) {
  if (i === state.at) return;
  state.at = i;
  if (say && i >= 0) $("said").textContent = DATA.names[i] + ", " + sentence(i);
  redraw();
}

function nearest(x, y, reach) {
  let best = -1, least = reach * reach;
  place.forEach(([a, b], i) => {
    const d = (a - x) ** 2 + (b - y) ** 2;
    if (d < least && visible(i) && a >= state.box.left && a <= state.box.right && b >= state.box.top && b <= state.box.bottom) { least = d; best = i; }
  });
  return best;
}

/** The nearest point that lies in a direction: far to the side counts more than far ahead. */
function step(dx, dy) {
  if (state.at < 0) { select(nearest(canvas.clientWidth / 2, canvas.clientHeight / 2, 1e6), true); return; }
  const [x, y] = place[state.at];
  let best = -1, least = Infinity;
  place.forEach(([a, b], i) => {
    const ahead = (a - x) * dx + (b - y) * dy, aside = Math.abs((a - x) * dy - (b - y) * dx);
    if (i !== state.at && ahead > 0.5 && ahead >= aside && visible(i) && ahead + 2 * aside < least) { least = ahead + 2 * aside; best = i; }
  });
  if (best >= 0) select(best, true);
}

function zoom(factor, x, y) {
  const { left, right, top, bottom } = state.box, before = state.zoom;
  state.zoom = Math.max(1, Math.min(60, state.zoom * factor));
  const change = 1 / before - 1 / state.zoom;
  state.midX += ((x - left) / (right - left) - 0.5) * change;
  state.midY += (0.5 - (y - top) / (bottom - top)) * change;
  pan(0, 0);
}

function pan(dx, dy) {
  const { left, right, top, bottom } = state.box, room = 0.5 / state.zoom;
  state.midX = Math.max(room, Math.min(1 - room, state.midX - dx / (right - left) / state.zoom));
  state.midY = Math.max(room, Math.min(1 - room, state.midY + dy / (bottom - top) / state.zoom));
  redraw();
}

function showAll() { state.zoom = 1; state.midX = state.midY = 0.5; redraw(); }

function legend() {
  const c = colouring(), list = $("legend"), names = [...c.names];
  $("legendTitle").textContent = c.title;
  list.replaceChildren();
  const counts = new Map();
  c.of.forEach(g => counts.set(g, (counts.get(g) || 0) + 1));
  const groups = names.map((_, g) => g);
  if (counts.has(-1)) groups.push(-1);
  for (const g of groups) {
    const name = g < 0 ? "no label" : names[g], mean = g < 0 || !c.silhouette ? null : c.silhouette.groups[g];
    const item = document.createElement("li");
    item.innerHTML = `<label title="double click: this one alone"><input type="checkbox"><svg viewBox="-1.5 -1.5 3 3" aria-hidden="true"><path/></svg>`
      + `<span class="name"></span><span class="count"></span><span class="bar"><i></i><span></span></span></label>`;
    const box = item.querySelector("input"), bar = item.querySelector("i");
    box.checked = !state.hidden.has(g);
    box.onchange = () => { box.checked ? state.hidden.delete(g) : state.hidden.add(g); select(-1); redraw(); };
    item.ondblclick = () => { groups.forEach(o => o === g ? state.hidden.delete(o) : state.hidden.add(o)); legend(); redraw(); };
    item.querySelector("path").setAttribute("d", DATA.markers[g < 0 ? 0 : (g + Math.floor(g / paths.length)) % paths.length].path);
    item.querySelector("path").setAttribute("fill", colourOf(g));
    item.querySelector(".name").textContent = name;
    item.querySelector(".count").textContent = counts.get(g) || 0;
    item.querySelector(".bar span").textContent = signed(mean);
    if (mean != null) {
      const length = Math.min(1.9, Math.abs(mean) * 3.4);
      bar.style.width = length + "rem";
      bar.style.left = (mean < 0 ? 1.9 - length : 1.9) + "rem";
      bar.style.background = colourOf(g);
    }
    list.append(item);
  }
  $("mean").textContent = c.silhouette ? `Mean silhouette ${c.silhouette.mean.toFixed(3).replace("-", "−")}` : "No silhouette: it needs two groups.";
  $("silhouetteNote").textContent = c.silhouette ? c.note : "There is none: it needs two groups.";
}

function silhouettes() {
  const target = $("silhouettes"), g2 = target.getContext("2d"), s = colouring().silhouette;
  target.hidden = !s;
  if (!s) return;
  const [width, height] = fit(target, g2), left = 34, bottom = height - 24, top = 10;
  const groups = colouring().names.map((_, g) => s.values.filter((v, i) => v != null && groupOf(i) === g).sort((a, b) => b - a));
  const count = groups.reduce((n, v) => n + v.length, 0), low = Math.min(-0.2, ...groups.map(v => v[v.length - 1] ?? 0)), high = Math.max(0.2, ...groups.map(v => v[0] ?? 0));
  const gap = 8, unit = (width - left - 8 - gap * groups.length) / count, y = v => bottom - (v - low) / (high - low) * (bottom - top);
  g2.font = "12px system-ui, sans-serif";
  g2.strokeStyle = css("--line");
  g2.fillStyle = css("--soft");
  g2.textAlign = "right";
  for (const [v, text] of ticks(low, high, 6)) {
    g2.beginPath(); g2.moveTo(left, y(v)); g2.lineTo(width, y(v)); g2.stroke();
    g2.fillText(text, left - 5, y(v) + 4);
  }
  let x = left + gap / 2;
  groups.forEach((values, g) => {
    const from = x;
    g2.fillStyle = colourOf(g);
    g2.beginPath(); g2.moveTo(x, y(0));
    for (const v of values) { g2.lineTo(x, y(v)); x += unit; g2.lineTo(x, y(v)); }
    g2.lineTo(x, y(0)); g2.fill();
    g2.fillStyle = css("--soft"); g2.textAlign = "center";
    let text = colouring().names[g];
    while (text.length > 1 && g2.measureText(text).width > x - from + gap - 3) text = text.slice(0, -2) + "…";
    g2.fillText(text, (from + x) / 2, height - 7);
    x += gap;
  });
}

function about() {
  $("about").textContent = state.view === "tsne"
    ? `t-SNE of perplexity ${DATA.perplexity}: neighbours lie together (trustworthiness ${DATA.trust == null ? "–" : DATA.trust.toFixed(3)}); distances between groups and their sizes mean nothing.`
    : `Components ${state.x + 1} and ${state.y + 1} show ${percent(DATA.shares[state.x] + (state.x === state.y ? 0 : DATA.shares[state.y]))} of the variance of ${DATA.features} features.`;
  $("axes").hidden = state.view !== "pca";
}

function refresh() { about(); legend(); silhouettes(); redraw(); }

function radios(field, name, choices, chosen, change) {
  for (const [value, title] of choices) {
    const label = document.createElement("label"), input = Object.assign(document.createElement("input"), { type: "radio", name, value, checked: value === chosen });
    input.onchange = () => change(value);
    label.append(input, title);
    field.append(label);
  }
}

radios($("views"), "view", views, state.view, v => { state.view = v; select(-1); showAll(); about(); });
radios($("colours"), "colour", [...(DATA.labels.length ? [["label", "label"]] : []), ["cluster", "k-means cluster"]], state.colour,
  v => { state.colour = v; state.hidden.clear(); select(-1); refresh(); });
for (const [id, key] of [["axisX", "x"], ["axisY", "y"]]) {
  DATA.shares.forEach((share, c) => $(id).add(new Option(`${c + 1} (${percent(share)})`, c, false, c === state[key])));
  $(id).onchange = () => { state[key] = Number($(id).value); select(-1); showAll(); about(); };
}
$("controls").onsubmit = () => false;
$("find").oninput = () => {
  const text = $("find").value.trim().toLowerCase();
  state.found = text ? new Set(order.filter(i => DATA.names[i].toLowerCase().includes(text))) : null;
  select(-1); redraw();
};
$("all").onclick = () => { state.hidden.clear(); legend(); redraw(); };
$("none").onclick = () => { [-1, ...colouring().names.keys()].forEach(g => state.hidden.add(g)); select(-1); legend(); redraw(); };
$("theme").onclick = () => { document.documentElement.dataset.theme = dark() ? "light" : "dark"; refresh(); };
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", refresh);

let drag = null;
canvas.onpointerdown = e => { drag = [e.offsetX, e.offsetY]; canvas.setPointerCapture(e.pointerId); };
canvas.onpointerup = () => { drag = null; };
canvas.onpointermove = e => {
  if (drag) { pan(e.offsetX - drag[0], e.offsetY - drag[1]); drag = [e.offsetX, e.offsetY]; }
  else select(nearest(e.offsetX, e.offsetY, 14));
};
canvas.onpointerleave = () => { if (!drag) select(-1); };
canvas.ondblclick = showAll;
canvas.addEventListener("wheel", e => { e.preventDefault(); zoom(Math.exp(-e.deltaY / 400), e.offsetX, e.offsetY); }, { passive: false });
canvas.onkeydown = e => {
  const arrow = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[e.key];
  const [x, y] = state.at >= 0 ? place[state.at] : [canvas.clientWidth / 2, canvas.clientHeight / 2];
  if (arrow && e.shiftKey) pan(-60 * arrow[0], -60 * arrow[1]);
  else if (arrow) step(...arrow);
  else if (e.key === "+" || e.key === "=") zoom(1.4, x, y);
  else if (e.key === "-") zoom(1 / 1.4, x, y);
  else if (e.key === "0") showAll();
  else if (e.key === "Escape") select(-1);
  else return;
  e.preventDefault();
};
addEventListener("resize", () => { redraw(); silhouettes(); });
refresh();

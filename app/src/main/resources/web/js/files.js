// Files from drops, folders included, and from the clipboard.

/** All files of a drop or of what was pasted, folders gone through, in the order of their names. */
export async function filesOf(transfer) {
  const entries = [...transfer.items].filter((item) => item.kind === 'file').map((item) => item.webkitGetAsEntry?.() ?? item.getAsFile());
  const found = await Promise.all(entries.filter(Boolean).map(open));
  return found.flat();
}

async function open(entry) {
  if (entry instanceof File) return [entry];
  if (entry.isFile) return new Promise((resolve) => entry.file((file) => resolve([file]), () => resolve([])));
  const inside = await listing(entry.createReader());
  inside.sort((a, b) => a.name.localeCompare(b.name, undefined, { numeric: true }));
  const found = await Promise.all(inside.filter((child) => !child.name.startsWith('.')).map(open));
  return found.flat().filter(isPerhapsSound);
}

/** A folder's entries; a reader gives at most a hundred at a time. */
async function listing(reader) {
  const all = [];
  for (;;) {
    const some = await new Promise((resolve) => reader.readEntries(resolve, () => resolve([])));
    if (some.length === 0) return all;
    all.push(...some);
  }
}

/** In folders of music lie covers and lists, too; a file dropped by itself is always tried. */
function isPerhapsSound(file) {
  return !/\.(jpe?g|png|gif|webp|txt|pdf|m3u8?|pls|cue|log|nfo|ini|db|json|csv|html?|xml|md)$/i.test(file.name);
}

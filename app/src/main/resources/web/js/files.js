// Files from drops, folders included, from the chooser and from the clipboard: `{file, path}` each.

/** All files of a drop or of what was pasted, folders gone through, in the order of their names. */
export async function filesOf(transfer) {
  const entries = [...transfer.items].filter((item) => item.kind === 'file').map((item) => item.webkitGetAsEntry?.() ?? item.getAsFile());
  const found = await Promise.all(entries.filter(Boolean).map((entry) => open(entry, '')));
  return found.flat();
}

/** The files that were chosen; of a folder's those that may be sound, each with its place below it. */
export function chosen(files) {
  return [...files]
    .map((file) => ({ file, path: file.webkitRelativePath || file.name }))
    .filter(({ file, path }) => !file.webkitRelativePath || (isPerhapsSound(file.name) && !path.split('/').slice(1).some(isHidden)));
}

async function open(entry, folder) {
  if (entry instanceof File) return [{ file: entry, path: entry.name }];
  const path = folder + entry.name;
  if (entry.isFile) return new Promise((resolve) => entry.file((file) => resolve([{ file, path }]), () => resolve([])));
  const inside = await listing(entry.createReader());
  inside.sort((a, b) => a.name.localeCompare(b.name, undefined, { numeric: true }));
  const found = await Promise.all(inside.filter((child) => !isHidden(child.name)).map((child) => open(child, `${path}/`)));
  return found.flat().filter(({ file }) => isPerhapsSound(file.name));
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

/** What systems keep for themselves. */
function isHidden(name) {
  return name.startsWith('.') || name === '@eaDir';
}

/** In folders of music lie covers and lists, too; a file dropped by itself is always tried. */
function isPerhapsSound(name) {
  return !/\.(jpe?g|png|gif|webp|txt|pdf|m3u8?|pls|cue|log|nfo|ini|db|json|csv|html?|xml|md)$/i.test(name);
}

// Lines of CSV as the command line writes them: a text that a spreadsheet would take for a formula gets an apostrophe.

const FORMULA = /^'*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;
const NUMBER = /^([+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?|[+-]Infinity)$/;
/** Semicolons and tabs, too: elsewhere than in English they divide cells. */
const SPECIAL = /^[\0-#]|[\0- ]$|[,;"\t\r\n]/;

/** Cells as a line, without its end; what is missing is empty. */
export function line(cells) {
  return cells.map((value) => (value === undefined || value === null ? '' : cell(String(value)))).join(',');
}

function cell(text) {
  const guarded = FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
  return SPECIAL.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}

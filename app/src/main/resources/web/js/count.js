// A number with its noun.

export const count = (n, one, many) => `${n} ${n === 1 ? one : many}`;

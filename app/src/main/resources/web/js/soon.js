// Many changes, one look at them.

/** A function that calls another a moment later, once for however many calls; hidden pages do it, too. */
export function soon(action, millis = 40) {
  let timer = 0;
  return () => {
    timer ||= setTimeout(() => {
      timer = 0;
      action();
    }, millis);
  };
}

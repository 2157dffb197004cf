/** Asks for the next item while the one at hand is worked on: a batch is read and mapped while the database decides another. */
export async function* ahead<T>(source: AsyncGenerator<T>): AsyncGenerator<T> {
  let next = source.next();
  try {
    for (;;) {
      const result = await next;
      if (result.done) return;
      next = source.next();
      // Awaited in the next round; a failure until then is not unheard of, only not heard yet.
      next.catch(() => undefined);
      yield result.value;
    }
  } finally {
    await source.return(undefined);
  }
}

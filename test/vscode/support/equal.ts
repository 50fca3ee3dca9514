/** The web's worker has no `node:assert`: compares what JSON tells of both. */
export function equal(value: unknown, wanted: unknown): void {
  const [is, should] = [JSON.stringify(value), JSON.stringify(wanted)];
  if (is !== should) throw new Error(`${is} instead of ${should}`);
}

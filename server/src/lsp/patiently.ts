/** Waits for what a client was asked, but no longer than `ms`: then the rest goes on, and `late` hears when the answer comes. */
export async function patiently(asked: Promise<unknown>, ms: number, late: () => void): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const over = new Promise<boolean>((resolve) => {
    timer = setTimeout(resolve, ms, true);
  });
  const isOver = await Promise.race([asked.then(() => false), over]);
  clearTimeout(timer);
  if (isOver) void asked.then(late, () => undefined);
}

/** Waits for what a client was asked, but no longer than `ms`: then the rest goes on, and `late` hears the answer when it comes. */
export async function patiently<T>(asked: Promise<T>, ms: number, late: (answer: T) => void): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const over = new Promise<boolean>((resolve) => {
    timer = setTimeout(resolve, ms, true);
  });
  const isOver = await Promise.race([asked.then(() => false), over]);
  clearTimeout(timer);
  if (isOver) void asked.then(late, () => undefined);
}

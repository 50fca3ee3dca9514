import { setFlagsFromString } from 'node:v8';

/** With less text open than this, in UTF-16 units, speed is not worth memory. */
const LITTLE = 200_000;

/**
 * By itself V8 lets its heap grow to several times what is alive in it. With little text open the server collects sooner instead, which
 * costs a tenth of a keystroke and spares a third of the process; with long articles open it does as V8 does.
 */
const FRUGAL = ['--semi-space-growth-factor=1', '--heap-growing-percent=30'];
const USUAL = ['--semi-space-growth-factor=2', '--heap-growing-percent=0'];

/** To be told whenever the amount of open text has changed. Set every time: a worker thread that starts sets the process's flags back. */
export function holdMemory(units: number): void {
  for (const flag of units < LITTLE ? FRUGAL : USUAL) setFlagsFromString(flag);
}

// At once: a young generation that has grown does not shrink, and loading the server makes it grow.
holdMemory(0);

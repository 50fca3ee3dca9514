import { CODES, type Code } from '../../server/src/core/types.ts';

/**
 * The codes whose examples hold: from then on `npm test` holds them to it. `CLAIMLENS_EXAMPLES=all` (or a list of codes)
 * asks for others, and for the snapshot.
 */
const READY: readonly Code[] = CODES;

/** Whether the snapshot of all rules over all examples is part of `npm test`. */
const SNAPSHOT_READY = true;

const asked = process.env['CLAIMLENS_EXAMPLES'];

export const heldCodes: readonly Code[] = asked ? CODES.filter((code) => asked === 'all' || asked.split(',').includes(code)) : READY;
export const snapshotHeld = SNAPSHOT_READY || asked === 'all';

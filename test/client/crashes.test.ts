import assert from 'node:assert/strict';
import { CrashCounter } from '../../client/src/connection/crashes.ts';

describe('a server that crashes', () => {
  it('is started again four times in three minutes, with a word for the first time', () => {
    let now = 0;
    const counter = new CrashCounter(() => now);
    const crash = () => {
      now += 10_000;
      return counter.crashed();
    };
    assert.deepEqual(crash(), { restart: true, first: true });
    for (let i = 0; i < 3; i++) assert.deepEqual(crash(), { restart: true, first: false });
    assert.deepEqual(crash(), { restart: false, first: false });
  });

  it('has its crashes forgotten after three quiet minutes, or when started by hand', () => {
    let now = 0;
    const counter = new CrashCounter(() => now);
    for (let i = 0; i < 4; i++) counter.crashed();
    now += 3 * 60 * 1000 + 1;
    assert.deepEqual(counter.crashed(), { restart: true, first: true });
    for (let i = 0; i < 4; i++) counter.crashed();
    counter.reset();
    assert.deepEqual(counter.crashed(), { restart: true, first: true });
  });
});

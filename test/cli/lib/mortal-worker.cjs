// The command line's own worker thread, which ends itself, answering nothing, when it is given a record that says so.
const { parentPort } = require('node:worker_threads');
const { join } = require('node:path');

parentPort.on('message', (batch) => {
  if (batch.some(({ line }) => line.includes('"die":true'))) process.exit(9);
});
require(join(__dirname, '../../../dist/cli.js'));

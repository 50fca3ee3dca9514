// In place of @vscode/spdlog, a native module that writes log files.
const fs = require('node:fs');

const levels = ['trace', 'debug', 'info', 'warn', 'error', 'critical'];

class Logger {
  constructor(_name, file) {
    this.file = file;
    this.level = levels.indexOf('info');
  }
  getLevel() {
    return this.level;
  }
  setLevel(level) {
    this.level = level;
  }
  setPattern() {}
  clearFormatters() {}
  flush() {}
  drop() {}
}

levels.forEach((name, level) => {
  Logger.prototype[name] = function log(message) {
    if (this.level > level) return;
    try {
      fs.appendFileSync(this.file, `${new Date().toISOString()} [${name}] ${message}\n`);
    } catch {
      // the folder may be gone already while the host shuts down
    }
  };
});

const createLogger = async (name, file) => new Logger(name, file);

// one assignment each: that is how an ES module that imports this one learns the names
exports.version = 0;
exports.Logger = Logger;
exports.createRotatingLogger = createLogger;
exports.createAsyncRotatingLogger = createLogger;
exports.setLevel = () => {};
exports.setFlushOn = () => {};
exports.shutdown = () => {};

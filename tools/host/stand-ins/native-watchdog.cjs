// In place of @vscode/native-watchdog, a native module that ends a process when its parent is gone.
exports.start = (parent) => {
  setInterval(() => {
    try {
      process.kill(parent, 0);
    } catch {
      process.exit(87);
    }
  }, 2000).unref();
};

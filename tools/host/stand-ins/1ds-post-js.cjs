// In place of @microsoft/1ds-post-js: telemetry, never wanted here.
exports.PostChannel = class PostChannel {};

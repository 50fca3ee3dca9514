// In place of @microsoft/1ds-core-js: telemetry, never wanted here.
class Silent {
  initialize() {}
  track() {}
  unload() {}
  addTelemetryInitializer() {}
}

exports.AppInsightsCore = Silent;
exports.NotificationManager = Silent;
exports.PropertiesPlugin = Silent;

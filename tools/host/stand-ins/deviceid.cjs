// In place of @vscode/deviceid, a native module that names this machine for telemetry.
exports.getDeviceId = async () => '00000000-0000-0000-0000-000000000000';

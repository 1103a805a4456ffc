import type { Configuration } from 'electron-builder';

/** The packaged Electron kiosk. `npm run package` needs Electron's binary; everything else is built before it. */
const configuration: Configuration = {
  appId: 'cn.tongban.kiosk',
  productName: 'Tongban',
  directories: { output: 'out/package' },
  files: ['dist/**', 'assets/**', '!dist/.stamps/**', 'package.json'],
  asar: true,
  // Shared libraries cannot be loaded from inside an archive.
  asarUnpack: ['**/*.node'],
  // All native modules ship N-API prebuilds, which run in Electron as they are.
  npmRebuild: false,
  linux: { target: ['deb'], category: 'Utility', maintainer: 'Tongban' },
  electronFuses: {
    runAsNode: false,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableCookieEncryption: true,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    grantFileProtocolExtraPrivileges: false,
  },
};

// electron-builder reads the default export.
export default configuration;

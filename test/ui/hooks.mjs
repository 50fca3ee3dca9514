import { openWorkbenches } from './workbench.mjs';

/** A picture of every open window when a test fails, and no window left open at the end. */
export const mochaHooks = {
  async afterEach() {
    if (this.currentTest?.state !== 'failed') return;
    const name = this.currentTest
      .fullTitle()
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .slice(0, 80);
    let number = 0;
    for (const workbench of openWorkbenches) {
      const file = await workbench.screenshot(`.vscode-test/pictures/${name}${number++ ? `-${number}` : ''}.png`).catch(() => undefined);
      if (file) console.log(`  picture: ${file}`);
      const said = await workbench.allNotifications().catch(() => []);
      if (said.length > 0) console.log(`  said: ${said.join(' | ')}`);
    }
  },
  async afterAll() {
    for (const workbench of [...openWorkbenches]) await workbench.close();
  },
};

const VIEW = 'view == claimlens.claims';

export function menus(commands) {
  const palette = Object.entries(commands).filter(([, { palette: when }]) => when !== undefined);
  return {
    commandPalette: palette.map(([command, { palette: when }]) => ({ command, when: when === false ? 'false' : when })),
    'view/title': [
      { command: 'claimlens.previousClaim', when: `${VIEW} && claimlens.hasClaims`, group: 'navigation@1' },
      { command: 'claimlens.nextClaim', when: `${VIEW} && claimlens.hasClaims`, group: 'navigation@2' },
      { command: 'claimlens.groupBy', when: VIEW, group: 'navigation@3' },
      { command: 'claimlens.toggleHighlight', when: VIEW, group: '1_show@1' },
      { command: 'claimlens.toggleChecking', when: VIEW, group: '1_show@2' },
      { command: 'claimlens.checkNow', when: `${VIEW} && claimlens.article`, group: '2_check@1' },
      { command: 'claimlens.openSettings', when: VIEW, group: '3_settings@1' },
    ],
    'view/item/context': [
      { command: 'claimlens.ignoreClaim', when: `${VIEW} && viewItem == claim.open`, group: 'inline@1' },
      { command: 'claimlens.ignoreClaim', when: `${VIEW} && viewItem == claim.open`, group: '1_claim@1' },
      { command: 'claimlens.copyClaim', when: `${VIEW} && viewItem =~ /^claim\\./`, group: '2_copy@1' },
      { command: 'claimlens.disablePattern', when: `${VIEW} && viewItem == group.code`, group: '1_group@1' },
    ],
  };
}

/** A family around F9: the neighbours of VS Code's own next problem (F8). */
export const keybindings = [
  { command: 'claimlens.nextClaim', key: 'alt+f9', when: 'editorTextFocus && claimlens.hasClaims' },
  { command: 'claimlens.previousClaim', key: 'shift+alt+f9', when: 'editorTextFocus && claimlens.hasClaims' },
  { command: 'claimlens.showClaims', key: 'ctrl+alt+f9', mac: 'cmd+alt+f9', when: 'claimlens.article' },
];

const VIEW = 'view == claimlens.claims';
const OPEN = '/^claim\\.open/';

export function menus(commands) {
  const palette = Object.entries(commands).filter(([, { palette: when }]) => when !== undefined);
  return {
    commandPalette: palette.map(([command, { palette: when }]) => ({ command, when: when === false ? 'false' : when })),
    'view/title': [
      { command: 'claimlens.previousClaim', when: `${VIEW} && claimlens.hasOpenClaims`, group: 'navigation@1' },
      { command: 'claimlens.nextClaim', when: `${VIEW} && claimlens.hasOpenClaims`, group: 'navigation@2' },
      { command: 'claimlens.groupBy', when: VIEW, group: 'navigation@3' },
      { command: 'claimlens.review.filter', when: `${VIEW} && claimlens.article && !claimlens.filtered`, group: 'navigation@4' },
      { command: 'claimlens.review.clearFilter', when: `${VIEW} && claimlens.filtered`, group: 'navigation@4' },
      { command: 'claimlens.review.filter', when: `${VIEW} && claimlens.filtered`, group: '1_show@3' },
      { command: 'claimlens.showReport', when: `${VIEW} && claimlens.article`, group: 'navigation@5' },
      { command: 'claimlens.export', when: VIEW, group: '2_check@3' },
      { command: 'claimlens.review.orphans', when: `${VIEW} && claimlens.article`, group: '2_check@2' },
      { command: 'claimlens.predictions.refresh', when: 'view == claimlens.predictions', group: 'navigation@1' },
      { command: 'claimlens.toggleHighlight', when: VIEW, group: '1_show@1' },
      { command: 'claimlens.toggleChecking', when: VIEW, group: '1_show@2' },
      { command: 'claimlens.checkNow', when: `${VIEW} && claimlens.article`, group: '2_check@1' },
      { command: 'claimlens.openSettings', when: VIEW, group: '3_settings@1' },
    ],
    'view/item/context': [
      { command: 'claimlens.review.verify', when: `${VIEW} && viewItem =~ ${OPEN}`, group: 'inline@1' },
      { command: 'claimlens.review.dismiss', when: `${VIEW} && viewItem =~ ${OPEN}`, group: 'inline@2' },
      { command: 'claimlens.review.settle', when: `${VIEW} && viewItem =~ /\\.conflict/`, group: 'inline@0' },
      { command: 'claimlens.review.settle', when: `${VIEW} && viewItem =~ /\\.conflict/`, group: '0_review@0' },
      ...['verify', 'dispute', 'wrong', 'dismiss', 'source', 'note'].map((what, i) => ({
        command: `claimlens.review.${what}`,
        when: `${VIEW} && viewItem =~ ${OPEN}`,
        group: `0_review@${i + 1}`,
      })),
      { command: 'claimlens.review.outcome', when: `${VIEW} && viewItem =~ /\\.prediction$/`, group: '0_review@7' },
      { command: 'claimlens.review.reopen', when: `${VIEW} && viewItem =~ /\\.reviewed/`, group: '0_review@8' },
      { command: 'claimlens.review.withdraw', when: `${VIEW} && viewItem =~ /\\.reviewed/`, group: '0_review@9' },
      { command: 'claimlens.predictions.outcome', when: 'view == claimlens.predictions && viewItem == prediction', group: 'inline@1' },
      { command: 'claimlens.ignoreClaim', when: `${VIEW} && viewItem =~ /^claim\\.open/`, group: 'inline@3' },
      { command: 'claimlens.ignoreClaim', when: `${VIEW} && viewItem =~ /^claim\\.open/`, group: '1_claim@1' },
      { command: 'claimlens.copyClaim', when: `${VIEW} && viewItem =~ /^claim\\./`, group: '2_copy@1' },
      { command: 'claimlens.disablePattern', when: `${VIEW} && viewItem == group.code`, group: '1_group@1' },
    ],
    'explorer/context': [
      {
        command: 'claimlens.export',
        when: 'explorerResourceIsFolder || resourceExtname =~ /^\\.(md|markdown|txt)$/i',
        group: '7_modification@9',
      },
    ],
    'editor/context': [{ command: 'claimlens.review.mark', when: 'editorHasSelection && claimlens.article', group: 'claimlens@1' }],
    'comments/commentThread/context': [
      { command: 'claimlens.review.saveNote', when: 'commentController == claimlens.review && !commentIsEmpty', group: 'inline@1' },
    ],
    'comments/comment/title': [
      { command: 'claimlens.review.editNote', when: 'commentController == claimlens.review && comment == note', group: 'inline@1' },
      { command: 'claimlens.review.deleteNote', when: 'commentController == claimlens.review && comment == note', group: 'inline@2' },
    ],
    'comments/comment/context': [
      { command: 'claimlens.review.saveEdit', when: 'commentController == claimlens.review', group: 'inline@1' },
      { command: 'claimlens.review.cancelEdit', when: 'commentController == claimlens.review', group: 'inline@2' },
    ],
  };
}

/** A family around F9: the neighbours of VS Code's own next problem (F8). */
export const keybindings = [
  { command: 'claimlens.nextClaim', key: 'alt+f9', when: 'editorTextFocus && claimlens.hasOpenClaims' },
  { command: 'claimlens.previousClaim', key: 'shift+alt+f9', when: 'editorTextFocus && claimlens.hasOpenClaims' },
  { command: 'claimlens.showClaims', key: 'ctrl+alt+f9', mac: 'cmd+alt+f9', when: 'claimlens.article' },
  { command: 'claimlens.review.choose', key: 'ctrl+alt+r', mac: 'ctrl+alt+r', when: 'editorTextFocus && claimlens.article' },
  { command: 'claimlens.review.verify', key: 'ctrl+alt+v', mac: 'cmd+alt+v', when: 'editorTextFocus && claimlens.hasClaims' },
  { command: 'claimlens.review.dismiss', key: 'ctrl+alt+d', mac: 'cmd+alt+d', when: 'editorTextFocus && claimlens.hasClaims' },
];

export function viewsContainers(text) {
  return {
    activitybar: [
      { id: 'claimlens', title: text.of('container', { zh: '论断镜', en: 'Claimlens' }), icon: 'resources/icons/activity.svg' },
    ],
  };
}

export function views(text) {
  return {
    claimlens: [
      {
        id: 'claimlens.claims',
        name: text.of('view.claims', { zh: '论断', en: 'Claims' }),
        contextualTitle: text.of('container', { zh: '论断镜', en: 'Claimlens' }),
        icon: 'resources/icons/activity.svg',
      },
      {
        id: 'claimlens.folder',
        name: text.of('view.folder', { zh: '文件夹', en: 'Folder' }),
        contextualTitle: text.of('container', { zh: '论断镜', en: 'Claimlens' }),
        icon: 'resources/icons/activity.svg',
        when: 'claimlens.folderChecked',
      },
      {
        id: 'claimlens.predictions',
        name: text.of('view.predictions', { zh: '预测', en: 'Predictions' }),
        contextualTitle: text.of('container', { zh: '论断镜', en: 'Claimlens' }),
        icon: 'resources/icons/activity.svg',
        visibility: 'collapsed',
      },
    ],
  };
}

const settings = (key) => `command:workbench.action.openSettings?${encodeURIComponent(JSON.stringify([`claimlens.${key}`]))}`;

/** On only, whatever it was. */
const SWITCH_ON = `command:claimlens.toggleChecking?${encodeURIComponent('[true]')}`;

/** What the empty view says, by `claimlens.state`. A line that is one link becomes a button. */
const WELCOME = {
  none: {
    zh: '打开一篇中文文章（Markdown 或纯文本），这里就会按阅读顺序列出其中的论断。\n[打开文件](command:workbench.action.files.openFile)\n[打开示例文章](command:claimlens.openSample)',
    en: 'Open a Chinese article (Markdown or plain text), and its claims are listed here in reading order.\n[Open File](command:workbench.action.files.openFile)\n[Open Sample Article](command:claimlens.openSample)',
  },
  checking: { zh: '正在检查……', en: 'Checking…' },
  notChinese: {
    zh: `这份文字里中文不多，没有当作文章检查。\n[调整中文占比](${settings('minimumChinese')})`,
    en: `There is little Chinese in this text, so it was not checked as an article.\n[Change the Share](${settings('minimumChinese')})`,
  },
  tooLarge: {
    zh: `这篇文章超过了大小上限，没有检查。\n[调整上限](${settings('maximumSize')})`,
    en: `This article is larger than the limit and was not checked.\n[Change the Limit](${settings('maximumSize')})`,
  },
  disabled: {
    zh: `论断检查已关闭。\n[打开检查](${SWITCH_ON})`,
    en: `Checking is switched off.\n[Switch On](${SWITCH_ON})`,
  },
  excluded: {
    zh: '项目文件 claimlens.config.json 没有把这篇文章列入检查。',
    en: 'The project file claimlens.config.json leaves this article out.',
  },
  waiting: {
    zh: '这篇文章在要求时才检查。\n[检查这篇文章](command:claimlens.checkNow)',
    en: 'This article is checked when it is asked for.\n[Check This Article](command:claimlens.checkNow)',
  },
  failed: {
    zh: '这篇文章检查时出错。\n[再检查一次](command:claimlens.checkNow)\n[查看日志](command:claimlens.showOutput)',
    en: 'The check of this article failed.\n[Check Again](command:claimlens.checkNow)\n[Show Output](command:claimlens.showOutput)',
  },
  empty: { zh: '这篇文章里没有发现论断。', en: 'No claims were found in this article.' },
  stopped: {
    zh: '语言服务器没有运行。\n[重启](command:claimlens.restart)\n[查看日志](command:claimlens.showOutput)',
    en: 'The language server is not running.\n[Restart](command:claimlens.restart)\n[Show Output](command:claimlens.showOutput)',
  },
};

export function viewsWelcome(text) {
  return Object.entries(WELCOME).map(([state, texts]) => ({
    view: 'claimlens.claims',
    contents: text.of(`welcome.${state}`, texts),
    when: state === 'none' ? '!claimlens.state || claimlens.state == none' : `claimlens.state == ${state}`,
  }));
}

import { unnamedPhrases } from '../extract/unnamed.ts';
import { phraseRule } from './rule.ts';

export const rule = phraseRule({
  code: 'anonymous-example',
  severity: 'information',
  text: {
    name: '匿名案例',
    message: '“{text}”没有名字：这个例子无从核对。',
    why: '不具名的例子可以是任何样子，读者只能信或不信。',
    advice: '写出名称；对方不愿具名的，说明原因和能核对的细节。',
  },
  examples: {
    bad: [
      '⟦一家做视频面试的公司⟧去年的收入翻倍。',
      '⟦某头部券商⟧已经停止了这项业务。',
      '⟦有个客户⟧跟我讲，他们再也不敢囤货了。',
      '⟦我投的一个项目⟧，三个月就烧光了钱。',
      '⟦一家跨境电商公司⟧三个月就烧光了账上的钱。',
      '我举个例子，⟦一家老牌国企⟧去年上了这套系统。',
      '⟦有一家做水务软件的⟧，去年发不出工资。',
      '⟦有个姐妹⟧说她去年在这个平台上亏了一半。',
    ],
    good: [
      '一家公司要有一个好故事。',
      '一家叫云帆的公司去年上了这套系统。',
      '小骆是我的朋友，他把房子抵押了。',
      '一个好的公司应该尊重员工。',
      '假如有一位投资人给你一百万，你怎么办？',
      '每一家公司都有自己的难处。',
    ],
  },
  propose(p, emit) {
    for (const phrase of unnamedPhrases(p))
      emit(phrase.start, phrase.end, { cue: phrase.head, group: phrase.opening, features: phrase.features });
  },
});

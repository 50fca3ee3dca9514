/**
 * How sure of itself a prediction sounds: words that leave no way out, and words that leave one. For reports only; what is
 * a prediction or an absolute is decided elsewhere. Collected by hand.
 */
export const certainty = {
  absolute: `一定 一定会 必定 必定会 必然 必然会 必将 势必 注定 注定会 肯定 肯定会 绝对 绝对会 绝不会 决不会 绝对不会 铁定 铁定会 定然 断然 毫无疑问 毋庸置疑 无疑 无疑会 板上钉钉 百分之百 百分百 100%
    稳赚 稳赚不赔 必涨 必跌 必死 必胜 必有 必成 终将 终究会 迟早 迟早会 早晚 早晚会 总有一天 终有一天 不可避免 无法避免 毫无悬念 没有悬念 没有问题 没问题 不可能 绝无可能 根本不会 完全不会 永远 永远不会 彻底 妥妥 妥妥的 万无一失
    没跑 跑不掉 躲不掉 只是时间问题 只会 再也不会 毫不怀疑 深信不疑 确定无疑 一准儿 准保 包准`,
  hedged: `可能 可能会 有可能 也许 或许 兴许 大概 大约会 似乎 好像 恐怕 恐怕会 未必 未必会 不一定 不一定会 不见得 说不定 没准 没准儿 估计 应该会 应该能 很可能 极有可能 不太可能 大概率 大概率会 大概率是 小概率
    有望 有希望 或将 或会 恐将 不排除 感觉 觉得 我看 我认为 我们认为 我觉得 我相信 我猜 个人认为 在我看来 笔者认为 看来 看起来 看上去 倾向于 一般来说 通常 往往 理论上 原则上 某种程度上 基本上 大体上 很难说 难说 有机会 有几率`,
} as const;

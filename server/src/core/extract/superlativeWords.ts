const ONE =
  '大小高低多少好差强弱快慢新旧早晚贵便长短远近深浅热冷稳狠猛硬软优佳重轻美穷富牛火红坏难易惨忙全严苦密准宽窄厚薄广亮纯净松紧凶老嫩黑甜香脏乱亏赚';
/** Adjectives of two characters and more that 最 goes before. */
const WORDS = new Set(
  `优秀 强劲 年轻 惨烈 显著 便宜 昂贵 先进 成功 知名 著名 重要 主要 核心 关键 直接 明显 严重 活跃 赚钱 值钱 稀缺 稳定 安全 可靠 成熟 完整 全面 专业 权威 顶尖 前沿 热门 火爆 受益 畅销 好用 难得 集中 繁荣 富有 纯正 纯粹 模糊 漂亮 靓丽 亮眼 惊人 疯狂 残酷 激烈 艰难 困难 危险 脆弱 完善 有效 高效 聪明 勤奋 强大 庞大 广泛 深刻 深远 具体 有力 有名 常见 普遍 低廉 保守 激进 乐观 悲观 伟大 古老 时髦 猛烈 强烈 剧烈 悠久 丰富 丰厚 充足 充分 充裕 紧张 紧缺 短缺 薄弱 落后 发达 密集 齐全 完备 牢固 坚固 坚实 坚定 坚挺 抗跌 抢手 吃香 热闹 冷清 低迷 高端 低端 优质 优惠 优越 优势 便捷 方便 快速 迅速 缓慢 廉价 划算 合算 实惠 暴利 盈利 亏损 挣钱 烧钱 耀眼 闪亮 闪耀 神秘 神奇 奇葩 离谱 夸张 荒唐 豪华 奢侈 高级 顶级 典型 正宗 纯洁 干净 透明 混乱 复杂 难缠 深厚 雄厚 突出 出色 出众 卓越 杰出 优异 优良 精准 精确 准确 精密 尖端 创新 智能 灵活 流行 走红 受宠 受捧 缺乏 特殊 独特 强势 弱势 严厉 严格 严峻 惨重 惨淡 凶猛 凶险 狡猾 幸运 不幸 幸福 宝贵 珍贵 贵重 敏感 看涨 看跌 拥挤 分散 宽松 宏大 宏伟 壮观 盛大 轰动 火热 糟糕 恶劣 可怕 致命 沉重 辉煌 风光 黑暗 寒冷 炎热 原始 保险 稳健 稳妥 稳当 适合 抗风险 好卖 好赚 好卖 看重 聪慧 容易套人`.split(
    /\s+/,
  ),
);

/** How long `最大`, `最优秀`, `最为惨烈`, `最具代表性` at `at` is; 0 where no adjective follows. */
export function superlativeLength(text: string, at: number): number {
  let from = at + 1;
  if (text[from] === '最') from++;
  const next = text[from];
  if (next === '为') from++;
  if (next === '具' || next === '受' || next === '有' || next === '富' || next === '能' || next === '被') {
    const end = text.slice(from, from + 8).search(/[的,。!?、;]/);
    if (end > 0) return from + end - at;
    return next === '受' || next === '有' || next === '具' ? Math.min(text.length, from + 4) - at : 0;
  }
  for (const size of [4, 3, 2]) {
    // At the end of the paragraph there may be less than was asked for.
    const word = text.slice(from, from + size);
    if (WORDS.has(word)) return from + word.length - at;
  }
  if (from < text.length && ONE.includes(text.charAt(from))) return from + 1 - at;
  const de = text.slice(from, from + 5).search(/[的,。!?]/);
  return de > 0 && de <= 4 ? from + de - at : 0;
}

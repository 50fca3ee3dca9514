import { glossaryNames } from './glossary.ts';

/**
 * Abbreviations and trade terms. `known`: what any reader of financial pages knows, needing no explanation. `trade`: the glossary's
 * terms. Latin abbreviations are found by their form and count as trade terms unless known.
 */
export const terms = {
  known: `AI CEO CFO CTO COO CIO CMO VP IPO GDP CPI PPI PMI M0 M1 M2 APP App app PC IT 5G 4G 3G 6G ETF USB WTO IMF OPEC VIP VS vs OK NBA TV LED LCD OLED DVD KTV ATM POS MBA EMBA PPT PDF Excel Word QQ WiFi Wi-Fi WIFI GPS SUV MPV CPU GPU B2B B2C C2C O2O B端 C端 G端 KPI HR PR FAQ Q&A ID PK DNA CT CD SIM SMS IP UFO LOGO Logo logo VCD T恤 A股 B股 H股 ST APEC G20 G7 EU UN US USA UK BBC CNN CCTV NASA FBI DIY DJ MV NO TOP Top top BUG bug offer BOSS Boss boss e-mail email Email iOS Android Windows Linux ChatGPT GPT OpenAI Google Apple Meta Tesla Amazon Microsoft Intel AMD ARM IBM SAP Oracle Nvidia NVIDIA Netflix Uber Airbnb Twitter Facebook YouTube TikTok Instagram WhatsApp LinkedIn Zoom Wind Choice Q1 Q2 Q3 Q4 H1 H2 FY SARS COVID AIDS PM2.5 RMB USD EUR JPY HKD CNY GBP USDT BTC ETH NFT LPR MLF SLF CEO们 FOMC FED SEC CBA MSCI`,
  trade: glossaryNames,
  /** Words of ties between a speaker and what is spoken of; see extract/interest.ts. */
  tie: `买回 买的 买早 上的 认购 接的 捡了 收了 进的 出手 挑了 底仓 留着 在里头 在里面 放了 手里 手上 是股东 的仓 提成 个点 代销 股 没卖 没有卖 清仓 减仓 赎回 不打算卖 同一条船 返佣 佣金 抽佣 赚了钱 广告费 赞助费 推广费 顾问费 服务费 利益 领投 跟投 参投 投资 入股 参股 投了 投的 投过 我投 我们投 创立 创办 孵化 打造 天使轮 持有 重仓 满仓 半仓 持仓 持股 拥有 配置 拿着 拿了 定投 仓位 转债 股票 基金 股份 股权 份额 占我 总资产 买入 买进 买了 买过 买它 买这 买点 买些 买一些 加仓 建仓 抄底 入手 布局 上车 补仓 换仓 切换到 申购 潜伏 开仓 股东 投资人 投资方 顾问 承销商 保荐 董事 员工 客户 签约 车主 担任 任职 工作组 理事会 合作伙伴`,
  offer: `扫码 微信 加助理 加客服 私信我 后台 进群 入群 加入我的 报名 优惠价 名额 原价 国庆价 专供 vip VIP 会员 开户渠道 优惠渠道 优惠码 团购价 专属链接 开户链接 找我交易 下单链接`,
} as const;

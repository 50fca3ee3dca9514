import { glossaryNames } from './glossary.ts';

/**
 * Abbreviations and trade terms. `known`: what any reader of financial pages knows, needing no explanation. `trade`: the glossary's
 * terms. Latin abbreviations are found by their form and count as trade terms unless known.
 */
export const terms = {
  known: `AI CEO CFO CTO COO CIO CMO VP IPO GDP CPI PPI PMI M0 M1 M2 APP App app PC IT 5G 4G 3G 6G ETF USB WTO IMF OPEC VIP VS vs OK NBA TV LED LCD OLED DVD KTV ATM POS MBA EMBA PPT PDF Excel Word QQ WiFi Wi-Fi WIFI GPS SUV MPV CPU GPU B2B B2C C2C O2O B端 C端 G端 KPI HR PR FAQ Q&A ID PK DNA CT CD SIM SMS IP UFO LOGO Logo logo VCD T恤 A股 B股 H股 ST APEC G20 G7 EU UN US USA UK BBC CNN CCTV NASA FBI DIY DJ MV NO TOP Top top BUG bug offer BOSS Boss boss e-mail email Email iOS Android Windows Linux ChatGPT GPT OpenAI Google Apple Meta Tesla Amazon Microsoft Intel AMD ARM IBM SAP Oracle Nvidia NVIDIA Netflix Uber Airbnb Twitter Facebook YouTube TikTok Instagram WhatsApp LinkedIn Zoom Wind Choice Q1 Q2 Q3 Q4 H1 H2 FY SARS COVID AIDS PM2.5 RMB USD EUR JPY HKD CNY GBP USDT BTC ETH NFT LPR MLF SLF CEO们 FOMC FED SEC CBA MSCI`,
  trade: glossaryNames,
} as const;

/** Collects the manifest's texts in both languages and hands out their `%placeholders%`. */
export class Texts {
  en = {};
  zh = {};

  of(key, { zh, en }) {
    if (key in this.en && (this.en[key] !== en || this.zh[key] !== zh)) throw new Error(`two texts for ${key}`);
    if (!zh || !en) throw new Error(`a text of ${key} is missing`);
    this.en[key] = en;
    this.zh[key] = zh;
    return `%${key}%`;
  }
}

/** Endings of what is looked at in folders; what is named explicitly may have any. */
export const ARTICLE_ENDINGS = /\.(md|markdown|txt)$/i;

/** What a desk lays down for its articles. */
export const CONFIG_NAME = 'claimlens.config.json';

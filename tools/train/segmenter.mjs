// nodejieba behind core's Segmenter, for tools; undefined where its binary is not built.
export async function loadSegmenter() {
  return undefined;
}

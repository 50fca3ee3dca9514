// Writes resources/schemas/review.schema.json, the published form of the definition that the program itself reads by.
//   node tools/generate/reviewSchema.mjs [--check]
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tsImport } from 'tsx/esm/api';

const { REVIEW_SCHEMA } = await tsImport('../../server/src/review/schema.ts', import.meta.url);
const file = new URL('../../resources/schemas/review.schema.json', import.meta.url);
const schema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  $id: 'https://github.com/claimlens/claimlens/blob/main/resources/schemas/review.schema.json',
  title: 'Claimlens review / 论断镜核查记录',
  ...REVIEW_SCHEMA,
};
const text = `${JSON.stringify(schema, null, 2)}\n`;
const read = () => {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') return '';
    throw error;
  }
};
if (read() === text) console.log('nothing to write');
else if (process.argv.includes('--check')) {
  console.error('resources/schemas/review.schema.json is stale: run node tools/generate/reviewSchema.mjs');
  process.exitCode = 1;
} else {
  mkdirSync(new URL('.', file), { recursive: true });
  writeFileSync(file, text);
  console.log('written: resources/schemas/review.schema.json');
}

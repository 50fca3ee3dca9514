import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
const RDFS = 'http://www.w3.org/2000/01/rdf-schema#';
const SCHEMA = 'http://schema.org/';
const XSD = 'http://www.w3.org/2001/XMLSchema#';

/** A node of expanded JSON-LD. */
export type Node = Readonly<Record<string, unknown>>;

/** A published RDF vocabulary: its classes and properties, with what each property may stand on and lead to. */
export class Vocabulary {
  readonly #objects = new Map<string, Map<string, string[]>>();

  /** `nquads`: a module's file in N-Quads. */
  constructor(nquads: string) {
    for (const line of readFileSync(require.resolve(nquads), 'utf8').split('\n')) {
      const [, subject, predicate, object] = /^<([^>]*)> <([^>]*)> <([^>]*)> /.exec(line) ?? [];
      if (!subject || !predicate || !object) continue;
      const known = this.#objects.get(subject) ?? new Map<string, string[]>();
      this.#objects.set(subject, known);
      known.set(predicate, [...(known.get(predicate) ?? []), object]);
    }
  }

  /** What is wrong with a node and all below it, as sentences. */
  faults(node: Node): string[] {
    const types = (node['@type'] ?? []) as readonly string[];
    const faults = types.filter((type) => !this.#objects.has(type)).map((type) => `${type} is no class`);
    for (const [property, values] of Object.entries(node)) {
      if (property.startsWith('@')) continue;
      if (!this.#objects.has(property)) {
        faults.push(`${property} is no property`);
        continue;
      }
      const domains = [...this.#of(property, `${RDFS}domain`), ...this.#of(property, `${SCHEMA}domainIncludes`)];
      if (domains.length > 0 && types.length > 0 && !types.some((type) => this.#isOneOf(type, domains)))
        faults.push(`${property} does not belong to ${types.join(', ')}`);
      const ranges = [...this.#of(property, `${RDFS}range`), ...this.#of(property, `${SCHEMA}rangeIncludes`)];
      for (const value of values as readonly Node[]) {
        if (ranges.length > 0 && !this.#fits(value, ranges)) faults.push(`${property} cannot be ${JSON.stringify(value).slice(0, 80)}`);
        if (value['@list']) for (const one of value['@list'] as readonly Node[]) faults.push(...this.faults(one));
        else if (value['@value'] === undefined) faults.push(...this.faults(value));
      }
    }
    return faults;
  }

  #fits(value: Node, ranges: readonly string[]): boolean {
    const literal = value['@value'];
    if (literal !== undefined) return ranges.some((range) => literalFits(literal, range));
    const types = (value['@type'] ?? this.#of(String(value['@id']), `${RDF}type`)) as readonly string[];
    if (types.length === 0) return value['@list'] !== undefined || ranges.includes(`${SCHEMA}URL`) || ranges.includes(`${RDFS}Resource`);
    return types.some((type) => this.#isOneOf(type, ranges));
  }

  #isOneOf(type: string, wanted: readonly string[]): boolean {
    return wanted.includes(type) || this.#of(type, `${RDFS}subClassOf`).some((above) => this.#isOneOf(above, wanted));
  }

  #of(subject: string, predicate: string): readonly string[] {
    return this.#objects.get(subject)?.get(predicate) ?? [];
  }
}

function literalFits(value: unknown, range: string): boolean {
  switch (range) {
    case `${SCHEMA}Number`:
      return typeof value === 'number';
    case `${SCHEMA}Date`:
      return typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value);
    case `${SCHEMA}Text`:
    case `${XSD}string`:
      return typeof value === 'string';
    case `${XSD}nonNegativeInteger`:
      return Number.isInteger(value) && Number(value) >= 0;
    case `${RDFS}Literal`:
      return true;
    default:
      return false;
  }
}

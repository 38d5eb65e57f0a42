// Composes subgraphs/*.graphql into one supergraph schema: node compose.mjs OUTPUT
//
// The head of the output says what it was made from, so that whoever holds both can tell whether they belong together.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { parse } from 'graphql';
import { composeServices } from '@theguild/federation-composition';

const COMPOSER = '@theguild/federation-composition';
const SUBGRAPHS = ['campaign', 'funnel', 'profile'];

const [output] = process.argv.slice(2);
if (!output) {
  console.error('usage: node compose.mjs OUTPUT');
  process.exit(2);
}

const schemas = SUBGRAPHS.map((name) => ({
  name,
  text: readFileSync(new URL(`subgraphs/${name}.graphql`, import.meta.url)),
}));

// The addresses are names only: where a service is, the gateway's configuration says.
const composed = composeServices(
  schemas.map(({ name, text }) => ({ name, url: `http://${name}`, typeDefs: parse(text.toString('utf8')) })),
);
if (composed.errors) {
  composed.errors.forEach((error) => console.error(error.message));
  process.exit(1);
}

const { version } = JSON.parse(readFileSync(new URL(`node_modules/${COMPOSER}/package.json`, import.meta.url)));
const head = [
  "# Composed by './clientele compose'; not to be edited.",
  `# composer ${COMPOSER} ${version}`,
  ...schemas.map(({ name, text }) => `# subgraph ${name} sha256:${createHash('sha256').update(text).digest('hex')}`),
];
writeFileSync(output, `${head.join('\n')}\n\n${composed.supergraphSdl.trimEnd()}\n`);

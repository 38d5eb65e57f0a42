// Asks as a front end does that uses urql. Arguments: the gateway's address, a token.
import assert from 'node:assert/strict';
import {Client, cacheExchange, fetchExchange, gql} from '@urql/core';

const [url, token] = process.argv.slice(2);

const client = new Client({
  url,
  preferGetMethod: false,
  fetchOptions: () => ({headers: {authorization: `Bearer ${token}`}}),
  exchanges: [cacheExchange, fetchExchange],
});

const product = await client
  .query(gql`query Product($id: ID!) { product(id: $id) { id name reviews { text stars } } }`, {id: '1'})
  .toPromise();
assert.equal(product.error, undefined);
assert.equal(product.data.product.name, 'thing 1');
assert.equal(product.data.product.__typename, 'Product');
assert.equal(product.data.product.reviews[0].stars, 5);

const renamed = await client
  .mutation(gql`mutation { rename(id: "1", name: "x") { id name } }`, {})
  .toPromise();
assert.equal(renamed.error, undefined);

const refused = await client.query(gql`{ nothing }`, {}).toPromise();
assert.equal(refused.error.graphQLErrors[0].extensions.code, 'GRAPHQL_VALIDATION');

"use strict";

const QUESTION = `# Paste a token above to ask as its holder. Ctrl-Space completes, Ctrl-Enter asks.
{
  customers(first: 5) {
    edges { node { id } }
  }
}
`;

const root = ReactDOM.createRoot(document.getElementById("graphiql"));
let holders = 0;

/** Shows GraphiQL anew, so that it reads the schema as the token's holder. The token stays in this page's memory. */
function show(token) {
  holders += 1;
  const headers = token === "" ? {} : { Authorization: `Bearer ${token}` };
  root.render(
    React.createElement(GraphiQL, {
      key: holders,
      fetcher: GraphiQL.createFetcher({ url: "/graphql", headers }),
      defaultQuery: QUESTION,
      shouldPersistHeaders: false,
    }),
  );
}

document.getElementById("access").addEventListener("submit", (event) => {
  event.preventDefault();
  show(document.getElementById("token").value.trim());
});
show("");

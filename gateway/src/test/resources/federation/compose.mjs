// Composes every folder here: SUBGRAPH.graphql … into supergraph.graphql and api.graphql. How: README.md beside this file.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const require = createRequire(join(process.cwd(), "package.json"));
const { composeServices } = require("@theguild/federation-composition");
const { parse } = require("graphql");
const MADE = ["supergraph.graphql", "api.graphql"];
const here = fileURLToPath(new URL(".", import.meta.url));

for (const folder of readdirSync(here, { withFileTypes: true }).filter((entry) => entry.isDirectory())) {
  const files = readdirSync(join(here, folder.name))
    .filter((file) => file.endsWith(".graphql") && !MADE.includes(file))
    .sort();
  const sources = files.map((file) => readFileSync(join(here, folder.name, file), "utf8"));
  const result = composeServices(
    files.map((file, index) => {
      const name = file.replace(".graphql", "");
      return { name, url: `http://${name}.invalid/graphql`, typeDefs: parse(sources[index]) };
    }),
  );
  if (!result.supergraphSdl) {
    console.error(folder.name, result.errors.map((error) => error.message));
    process.exitCode = 1;
    continue;
  }
  const hash = createHash("sha256").update(sources.join("")).digest("hex");
  writeFileSync(join(here, folder.name, MADE[0]), `# composed from subgraphs of sha256 ${hash}\n${result.supergraphSdl.trim()}\n`);
  writeFileSync(join(here, folder.name, MADE[1]), `${result.publicSdl.trim()}\n`);
}

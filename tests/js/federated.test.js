import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { bucket } from "../../theme/static/js/search/federated.js";

const CONTRACT = JSON.parse(readFileSync(new URL("../contracts/buckets.json", import.meta.url), "utf8"));

for (const { why, term, buckets, bucket: wanted } of CONTRACT)
  test(`seau d’un mot : ${why}`, () => assert.equal(bucket(term, buckets), wanted));

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";

import { bears } from "../../theme/static/js/service-worker/fingerprint.js";

const TEXT = "<h1>Accueil</h1>";
const MARK = createHash("sha256").update(TEXT).digest("hex");

test("a mark is borne by the bytes that it was taken from, whole or shortened", async () => {
  assert.equal(await bears(MARK, new Response(TEXT)), true);
  assert.equal(await bears(MARK.slice(0, 32), new Response(TEXT)), true);
});

test("another byte, another length, or no mark at all is not borne", async () => {
  assert.equal(await bears(MARK, new Response(`${TEXT}\n`)), false);
  assert.equal(await bears(MARK, new Response("")), false);
  assert.equal(await bears(`${MARK.slice(0, 31)}z`, new Response(TEXT)), false);
  assert.equal(await bears("", new Response(TEXT)), false);
});

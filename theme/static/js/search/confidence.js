/**
 * What was found for a question comes in, whether something here surely answers it goes out.
 *
 * A question about something else has stray words that needs and pages hold too: none of these signs tells it alone, all of
 * them together do. They are weighed by a logistic regression (`benchmarks/searching/confidence.py` says of which questions,
 * and writes these numbers).
 */
export const WEIGHTS = { bias: -12.12, score: 4.29, share: 4.46, elsewhere: -11.03, words: 4.55, coverage: 4.42 };

/**
 * Whether something answers.
 *
 * @param {{score, share, elsewhere, words, coverage}} signs of the likeliest need, its score and the share of the question
 *   that it holds; the score of what is asked elsewhere; how many words the question has; the largest share of them that
 *   one page holds.
 */
export function isConfident(signs, weights = WEIGHTS) {
  const { score, share, elsewhere, coverage } = weights;
  const told = score * signs.score + share * signs.share + elsewhere * signs.elsewhere + coverage * signs.coverage;
  return weights.bias + told + weights.words * Math.log1p(signs.words) >= 0;
}

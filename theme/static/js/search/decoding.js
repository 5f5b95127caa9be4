/**
 * What `plugins/search/postings.py` writes of a term → where it stands, and how often.
 */

/** `[lengths, code, code, …]`, as `Posting` in `plugins/search/postings.py` writes it. */
export function decodePostings(coded, { longueurs, premiere }) {
  const found = new Map();
  if (!coded) return found;
  const [lengths] = coded;
  let document = 0;
  for (let rank = 0, at = 1; rank < lengths.length; rank += 1, at += 1) {
    document += coded[at] >> 1;
    const several = coded[at] & 1;
    at += several;
    const times = several ? coded[at] : 1;
    found.set(document, { times, length: longueurs[lengths.charCodeAt(rank) - premiere] });
  }
  return found;
}

/** Map of document → its positions of a term, as `code_places` there writes them. */
export function decodePlaces(coded, documents) {
  const found = new Map();
  let at = 0;
  for (const document of documents) {
    const places = [];
    let place = 0;
    let more = at < coded.length;
    while (more) {
      place += coded[at] >> 1;
      more = (coded[at] & 1) === 1;
      places.push(place);
      at += 1;
    }
    found.set(document, places);
  }
  return found;
}

/**
 * The number of typing errors between two words: letters added, missing, changed or swapped
 * (Damerau 1964, optimal string alignment), or Infinity when it is above `most`.
 *
 * With `prefix`, the distance from `typed` to the beginning of `word` that is nearest to it.
 */
export function distance(typed, word, most, prefix = false) {
  if (typed.length - word.length > most || (!prefix && word.length - typed.length > most)) return Infinity;
  const columns = prefix ? Math.min(word.length, typed.length + most) : word.length;
  let before = [];
  let previous = Array.from({ length: columns + 1 }, (_, column) => column);
  for (let row = 1; row <= typed.length; row += 1) {
    const current = [row];
    let least = row;
    for (let column = 1; column <= columns; column += 1) {
      const same = typed[row - 1] === word[column - 1];
      let cost = Math.min(previous[column] + 1, current[column - 1] + 1, previous[column - 1] + (same ? 0 : 1));
      if (row > 1 && column > 1 && typed[row - 1] === word[column - 2] && typed[row - 2] === word[column - 1]) {
        cost = Math.min(cost, before[column - 2] + 1);
      }
      current[column] = cost;
      least = Math.min(least, cost);
    }
    if (least > most) return Infinity;
    before = previous;
    previous = current;
  }
  const found = prefix ? Math.min(...previous) : previous[columns];
  return found <= most ? found : Infinity;
}

/** Hands out characters, each once in a run, so that every character of a draft can be told from every other. */
export class Alphabet {
  #next = 0x4e00;
  #astral = 0x20000;

  /** A word of new characters; now and then one of them is a surrogate pair. */
  word(length: number, random: () => number): string {
    let word = '';
    for (let index = 0; index < length; index += 1) {
      const code = random() < 0.08 ? (this.#astral += 1) : (this.#next += 1);
      if (this.#next > 0x9ff0) throw new Error('a run uses more characters than there are');
      word += String.fromCodePoint(code);
    }
    return word;
  }
}

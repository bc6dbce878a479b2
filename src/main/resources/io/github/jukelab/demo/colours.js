// Which colour a label has: the same in bars, strips and lists.

const HUES = 10;

/**
 * A function from a label to the class of its colour. Up to ten labels have the colours of their places, so that a label
 * keeps its colour from sound to sound. Of more labels, the first ten of `important` have one each and the others are grey.
 */
export function colours(labels, important) {
    const chosen = labels.length <= HUES ? labels : [...new Set(important)].slice(0, HUES);
    const places = new Map(chosen.map((label, place) => [label, `hue-${place}`]));
    return label => places.get(label) ?? "hue-other";
}

import '#styles/goals.css';

/** Colours in goals.css: a seventh goal begins again with the first. */
const COLOURS = 6;

/** The `data-goal` value that gives an element and what is in it the goal's colour and shape. */
export const goalColour = (order: number): number => ((order - 1) % COLOURS) + 1;

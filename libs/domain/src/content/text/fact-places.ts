import { HASH_SEED, hashPlaceBits, hashStep, hashText } from '../model/hashing.js';
import { MARKS } from './text-marks.js';
import { TOPICS } from './topics.js';

/** Where facts stand in the model's table of weights. Their names are part of the trained model. */

/** The first places of the table are for facts alone, so that no word can share a place with one. */
export const FACT_PLACES = 1 << 13;
/** Words and pieces of words share the rest: a power of two, so that a place is a matter of a few bits. */
export const GRAM_PLACES = 1 << 19;
export const TEXT_PLACES = FACT_PLACES + GRAM_PLACES;
/** Stands for a question in pairs. */
export const ASKED = 255;

export const placeOfPair = (a: number, b: number): number =>
  hashPlaceBits(hashStep(hashStep(HASH_SEED, a), b), FACT_PLACES);

// Where the facts stand in the table is worked out once; `CLASSES` is more than any class of a count or a share.
const CLASSES = 8;
const placeOfFact = (name: string): number => hashPlaceBits(hashText(name), FACT_PLACES);
const placesOfClasses = (name: string): readonly number[] =>
  Array.from({ length: CLASSES }, (_, i) => placeOfFact(`${name}:${i}`));
export const TOPIC_PLACES = TOPICS.map((topic) => placeOfFact(`t:${topic}`));
export const TOPIC_DENSITY_PLACES = TOPICS.map((topic) => placesOfClasses(`t:${topic}`));
export const MARK_PLACES = MARKS.map((mark) => placeOfFact(`m:${mark}`));
export const MARK_COUNT_PLACES = MARKS.map((mark) => placesOfClasses(`m:${mark}`));
export const ENDS_ASKING_PLACE = placeOfFact('endsAsking');
export const LENGTH_PLACES = placesOfClasses('length');
export const CAPITALS_PLACES = placesOfClasses('capitals');
export const DIGITS_PLACES = placesOfClasses('digits');
export const PICTURES_PLACES = placesOfClasses('differentPictures');
export const STYLED_PLACES = placesOfClasses('styled');
export const BESIDE_LINKS_PLACES = placesOfClasses('besideLinks');

/** From a rose to a luxury car. */
export const DEFAULT_GIFTS: readonly {
  readonly giftId: string;
  readonly name: string;
  readonly coins: number;
}[] = [
  { giftId: 'rose', name: 'Rose', coins: 1 },
  { giftId: 'thumbs-up', name: 'Thumbs up', coins: 2 },
  { giftId: 'heart', name: 'Heart', coins: 5 },
  { giftId: 'coffee', name: 'Coffee', coins: 9 },
  { giftId: 'doughnut', name: 'Doughnut', coins: 15 },
  { giftId: 'balloon', name: 'Balloon', coins: 20 },
  { giftId: 'sunglasses', name: 'Sunglasses', coins: 30 },
  { giftId: 'perfume', name: 'Perfume', coins: 49 },
  { giftId: 'bouquet', name: 'Bouquet', coins: 75 },
  { giftId: 'cap', name: 'Cap', coins: 99 },
  { giftId: 'confetti', name: 'Confetti', coins: 150 },
  { giftId: 'teddy-bear', name: 'Teddy bear', coins: 199 },
  { giftId: 'crown', name: 'Crown', coins: 299 },
  { giftId: 'guitar', name: 'Guitar', coins: 450 },
  { giftId: 'fireworks', name: 'Fireworks', coins: 699 },
  { giftId: 'swan', name: 'Swan', coins: 899 },
  { giftId: 'treasure-chest', name: 'Treasure chest', coins: 1_200 },
  { giftId: 'galaxy', name: 'Galaxy', coins: 1_800 },
  { giftId: 'whale', name: 'Whale', coins: 2_500 },
  { giftId: 'carousel', name: 'Carousel', coins: 4_000 },
  { giftId: 'motorcycle', name: 'Motorcycle', coins: 6_500 },
  { giftId: 'yacht', name: 'Yacht', coins: 9_800 },
  { giftId: 'private-jet', name: 'Private jet', coins: 15_000 },
  { giftId: 'castle', name: 'Castle', coins: 22_000 },
  { giftId: 'luxury-car', name: 'Luxury car', coins: 34_999 },
];

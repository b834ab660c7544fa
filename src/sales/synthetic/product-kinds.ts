import type { Category } from "./category.js";

/** A kind of product: its noun, price band in pence, and units in a pack. */
export type ProductKind = readonly [noun: string, lowest: number, highest: number, pack: number];

/** Kinds of product by category; names are invented. */
export const productKinds: Record<Category, readonly ProductKind[]> = {
  bags: [
    ["SHOPPER BAG", 165, 245, 10],
    ["LUNCH POUCH", 145, 195, 10],
    ["WASH BAG", 295, 495, 6],
    ["WEEKEND HOLDALL", 995, 1695, 2],
  ],
  christmas: [
    ["GLASS BAUBLE", 65, 165, 12],
    ["FELT GARLAND", 295, 595, 4],
    ["ADVENT BOX", 695, 1250, 2],
    ["STAR DECORATION", 42, 125, 24],
    ["GIFT TAGS, PACK OF 12", 39, 85, 12],
  ],
  garden: [
    ["SEED TIN", 145, 295, 6],
    ["PLANT LABELS, SET OF 6", 85, 165, 12],
    ["WATERING CAN", 595, 995, 4],
    ["BIRD FEEDER", 395, 750, 4],
  ],
  gifts: [
    ["KEEPSAKE BOX", 495, 995, 4],
    ["HAMPER, SMALL", 1495, 2995, 2],
    ["PHOTO ALBUM", 595, 1250, 4],
    ["SOAP TRIO", 295, 595, 6],
  ],
  home: [
    ["WALL CLOCK", 795, 1995, 2],
    ["PICTURE FRAME", 295, 850, 4],
    ["DOOR STOP", 375, 695, 4],
    ["COAT HOOKS", 425, 1095, 4],
    ['12" MIRROR', 895, 1795, 2],
  ],
  jewellery: [
    ["BEAD BRACELET", 195, 425, 6],
    ["DROP EARRINGS", 250, 495, 6],
    ["CHARM NECKLACE", 395, 895, 4],
  ],
  kitchen: [
    ["ENAMEL MUG", 195, 375, 6],
    ["TEA TOWEL", 195, 325, 10],
    ["CAKE TIN", 395, 795, 4],
    ["EGG CUP", 85, 145, 12],
    ["JAM POT", 145, 275, 6],
    ["SERVING TRAY", 495, 1095, 3],
  ],
  lighting: [
    ["CANDLE JAR", 195, 395, 6],
    ["LANTERN", 495, 1295, 3],
    ["STRING LIGHTS", 595, 995, 4],
  ],
  party: [
    ["PAPER PLATES, PACK OF 8", 65, 125, 12],
    ["FLAG GARLAND", 295, 495, 5],
    ["PAPER STRAWS", 42, 95, 24],
    ["CAKE CASES, PACK OF 60", 42, 65, 24],
  ],
  stationery: [
    ["NOTEBOOK", 125, 295, 12],
    ["PENCIL SET", 65, 145, 12],
    ["WRAPPING PAPER", 25, 55, 25],
    ["STICKER SHEET", 29, 65, 24],
    ["LETTER SET", 195, 375, 6],
  ],
  storage: [
    ["STORAGE TIN", 225, 495, 6],
    ["WOODEN CRATE", 695, 1495, 2],
    ["BOTTLE RACK", 1295, 2495, 1],
    ["SIDE TABLE", 2995, 7995, 1],
  ],
  textiles: [
    ["CUSHION COVER", 395, 795, 4],
    ["KNITTED THROW", 1495, 2995, 2],
    ["HAND TOWEL", 295, 595, 4],
    ["QUILTED APRON", 495, 895, 3],
  ],
  toys: [
    ["WOODEN PUZZLE", 245, 595, 6],
    ["SKIPPING ROPE", 165, 275, 8],
    ["FINGER PUPPET", 65, 145, 12],
    ["SPINNING TOP", 85, 165, 12],
  ],
};

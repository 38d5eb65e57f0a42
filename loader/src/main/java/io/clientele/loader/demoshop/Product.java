package io.clientele.loader.demoshop;

/**
 * A product.
 *
 * @param price in hundredths of a yuan
 */
record Product(String id, String name, Category category, String brand, long price) {}

package io.clientele.loader.onlineretail;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;

import io.clientele.loader.file.CsvFile;
import io.clientele.loader.file.CsvRecord;
import io.clientele.loader.file.InputFile;

/**
 * The earliest instant of every order, as a table of two longs an order: a 64-bit hash of the order's number and its instant
 * in seconds. Two numbers with one hash would share their earlier instant; among ten million orders the chance of any such
 * pair is 3 in a million.
 */
final class OrderInstants {

    private static final long FREE = 0;

    private final MessageDigest digest;
    private long[] keys = new long[1 << 12];
    private long[] seconds = new long[1 << 12];
    private int size;

    private OrderInstants() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    static OrderInstants of(InputFile file) {
        OrderInstants instants = new OrderInstants();
        try (CsvFile csv = CsvFile.open(file, InvoiceLine.COLUMNS)) {
            CsvRecord current = csv.next();
            while (current != null) {
                instants.add(current);
                current = csv.next();
            }
        }
        return instants;
    }

    /** Give the instant of an order that the file has. */
    Instant of(String order) {
        int slot = slot(keys, key(order));
        if (keys[slot] == FREE) {
            throw new IllegalArgumentException("Order " + order + " was not in the file when it was first read");
        }
        return Instant.ofEpochSecond(seconds[slot]);
    }

    private void add(CsvRecord csv) {
        if (csv instanceof CsvRecord.Good good && InvoiceLine.of(good) instanceof InvoiceLine.Trade trade) {
            add(key(trade.order()), trade.time().getEpochSecond());
        }
    }

    private void add(long key, long second) {
        int slot = slot(keys, key);
        if (keys[slot] == key) {
            seconds[slot] = Math.min(seconds[slot], second);
            return;
        }
        keys[slot] = key;
        seconds[slot] = second;
        size++;
        if (size * 2L > keys.length) {
            grow();
        }
    }

    private void grow() {
        long[] widerKeys = new long[keys.length * 2];
        long[] widerSeconds = new long[keys.length * 2];
        for (int i = 0; i < keys.length; i++) {
            if (keys[i] != FREE) {
                int slot = slot(widerKeys, keys[i]);
                widerKeys[slot] = keys[i];
                widerSeconds[slot] = seconds[i];
            }
        }
        keys = widerKeys;
        seconds = widerSeconds;
    }

    private static int slot(long[] table, long key) {
        int mask = table.length - 1;
        int slot = (int) (key ^ key >>> 32) & mask;
        while (table[slot] != FREE && table[slot] != key) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private long key(String order) {
        byte[] hash = digest.digest(order.getBytes(StandardCharsets.UTF_8));
        long key = ByteBuffer.wrap(hash).getLong();
        return key == FREE ? 1 : key;
    }
}

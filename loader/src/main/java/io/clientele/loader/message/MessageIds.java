package io.clientele.loader.message;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Ids of messages that stand for the rows of a data set: {@code <data set>-<line>-<hash of the row>}. The line keeps equal
 * rows apart, the hash keeps two files of one data set apart; the same row of the same file has the same id for ever, which
 * is what makes a repeated import add nothing. For one thread.
 */
public final class MessageIds {

    private static final int HASH_BYTES = 8;

    private final String prefix;
    private final MessageDigest digest;

    public MessageIds(String dataSet) {
        this.prefix = dataSet + "-";
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    public String of(long line, String row) {
        return of(line, row.getBytes(StandardCharsets.UTF_8));
    }

    public String of(long line, byte[] row) {
        return prefix + line + "-" + HexFormat.of().formatHex(digest.digest(row), 0, HASH_BYTES);
    }
}

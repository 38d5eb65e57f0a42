package io.clientele.loader.file;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/**
 * The lines of a file, ended by LF or CRLF, without their ends and without a leading byte order mark. A line longer than
 * {@link #LIMIT} is cut there and marked, so that no input can exhaust the memory.
 */
public final class Lines implements AutoCloseable {

    /** The longest line in bytes: twice the largest message, since a row may be wordier than its message. */
    public static final int LIMIT = 65_536;

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final InputFile.Content content;
    private final byte[] buffer = new byte[65_536];
    private int start;
    private int end;
    private long number;

    public Lines(InputFile.Content content) {
        this.content = content;
    }

    /**
     * A line.
     *
     * @param number counted from one
     * @param bytes without the line end
     * @param cut whether the line was longer than {@link #LIMIT} and only its beginning is here
     */
    @SuppressWarnings("ArrayRecordComponent") // handed over once and compared by nobody: a copy would be waste
    public record Line(long number, byte[] bytes, boolean cut) {

        /** Decode as UTF-8; what is no UTF-8 becomes the replacement character. */
        public String text() {
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    /** Read the next line; null at the end. */
    public @Nullable Line next() {
        if (start == end && !fill()) {
            return null;
        }
        ByteArrayOutputStream line = new ByteArrayOutputStream(256);
        boolean cut = false;
        boolean ended = false;
        while (!ended && (start < end || fill())) {
            int newline = indexOfNewline();
            ended = newline < end;
            int room = LIMIT + 1 - line.size(); // one more for a carriage return
            cut |= newline - start > room;
            line.write(buffer, start, Math.min(newline - start, room));
            start = ended ? newline + 1 : end;
        }
        number++;
        return line(line.toByteArray(), cut);
    }

    private Line line(byte[] bytes, boolean cut) {
        int from = number == 1 && startsWithByteOrderMark(bytes) ? BYTE_ORDER_MARK.length : 0;
        int to = bytes.length;
        if (!cut && to > from && bytes[to - 1] == '\r') {
            to--;
        }
        boolean tooLong = cut || to > LIMIT;
        int until = Math.min(to, LIMIT);
        return new Line(
                number, from == 0 && until == bytes.length ? bytes : Arrays.copyOfRange(bytes, from, until), tooLong);
    }

    private int indexOfNewline() {
        int at = start;
        while (at < end && buffer[at] != '\n') {
            at++;
        }
        return at;
    }

    private boolean fill() {
        start = 0;
        end = 0;
        int read = content.read(buffer);
        if (read <= 0) {
            return false;
        }
        end = read;
        return true;
    }

    private static boolean startsWithByteOrderMark(byte[] bytes) {
        return bytes.length >= BYTE_ORDER_MARK.length
                && bytes[0] == BYTE_ORDER_MARK[0]
                && bytes[1] == BYTE_ORDER_MARK[1]
                && bytes[2] == BYTE_ORDER_MARK[2];
    }

    /** Tell how many bytes of the file on disk have been read. */
    public long position() {
        return content.position();
    }

    @Override
    public void close() {
        content.close();
    }
}

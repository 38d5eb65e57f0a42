package io.clientele.profile.erasure;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.List;

import io.smallrye.mutiny.Multi;

/** Cuts chunks of bytes at the ends of lines. */
final class Lines {

    private final ByteArrayOutputStream begun = new ByteArrayOutputStream();

    private Lines() {}

    /** The same bytes in chunks of whole lines, each without its last line's end, which the server adds. */
    static Multi<byte[]> whole(Multi<List<ByteBuffer>> chunks) {
        return Multi.createFrom().deferred(() -> {
            Lines lines = new Lines();
            return chunks.map(lines::cut).filter(cut -> cut.length > 0);
        });
    }

    /** What is whole now; what is not is kept for the next chunk. The last line of all has an end, too. */
    private byte[] cut(List<ByteBuffer> chunk) {
        chunk.forEach(buffer -> {
            byte[] bytes = new byte[buffer.remaining()];
            buffer.get(bytes);
            begun.writeBytes(bytes);
        });
        byte[] all = begun.toByteArray();
        int end = all.length - 1;
        while (end >= 0 && all[end] != '\n') {
            end--;
        }
        begun.reset();
        begun.write(all, end + 1, all.length - end - 1);
        byte[] whole = new byte[Math.max(0, end)];
        System.arraycopy(all, 0, whole, 0, whole.length);
        return whole;
    }
}

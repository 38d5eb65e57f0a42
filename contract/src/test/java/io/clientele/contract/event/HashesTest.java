package io.clientele.contract.event;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Stored documents carry these numbers: if a line here must change, every index must be written anew. */
class HashesTest {

    @Test
    void hashesAreWhatStoredDocumentsCarry() {
        assertThat(Hashes.of("u-1")).isEqualTo(4848487679812429789L);
        assertThat(Hashes.of("anon:1f8a2c34-5e6f-4a7b-8c9d-0e1f2a3b4c5d")).isEqualTo(2584696753975185109L);
        assertThat(Hashes.of("客户")).isEqualTo(6100141584148809746L);
        assertThat(Hashes.of("u-1", "s-1")).isEqualTo(-3898794803217495413L);
    }

    @Test
    void agreesWithThePublishedTestVectorsOfMurmurHash3() {
        assertThat(Hashes.of("hello")).isEqualTo(0xcbd8a7b341bd9b02L);
        assertThat(Hashes.of("The quick brown fox jumps over the lazy dog")).isEqualTo(0xe34bbc7bbc071b6cL);
    }

    @Test
    void pairsWithTheSameJoinedTextDiffer() {
        assertThat(Hashes.of("a", "bc")).isNotEqualTo(Hashes.of("ab", "c"));
    }
}
